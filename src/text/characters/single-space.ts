/** Whether nothing but a space stands at `[start, end)`, as between most words: whoever looks for more is done then. */
export function isSingleSpace(text: string, start: number, end: number): boolean {
  return end - start === 1 && text.charAt(start) === ' ';
}
