/** Joins patterns into one that matches any of them. It has no flags. */
export function anyOf(...phrases: readonly string[]): string {
  return `(?:${phrases.join('|')})`;
}
