const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
]);

/** Takes out what stands in quotation marks. What is never closed stays, and is looked for once. */
export function withoutQuotes(text: string): string {
  const unclosed = new Set<string>();
  let [own, end] = ['', 0];
  for (const { 0: opening, index } of text.matchAll(/[“"]/g)) {
    const closing = CLOSING.get(opening) ?? opening;
    if (index < end || unclosed.has(closing)) continue;
    const closes = text.indexOf(closing, index + 1);
    if (closes === -1) unclosed.add(closing);
    else {
      own += text.slice(end, index);
      end = closes + 1;
    }
  }
  return own + text.slice(end);
}
