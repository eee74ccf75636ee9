/** A pattern, without flags, that matches any of some phrases; each is itself a pattern. */
export function anyOf(...phrases: readonly string[]): string {
  return `(?:${phrases.join('|')})`;
}
