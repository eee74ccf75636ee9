/**
 * Longer lines are cut here, so that a file without line breaks cannot fill the memory. No question is this
 * long.
 */
const LONGEST_LINE = 100_000;

/** The lines of a stream as they come, trimmed, without the empty ones. Reads UTF-8, with or without a byte order mark. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [ending = '', ...beginnings] = text.split('\n');
    line = (line + ending).slice(0, LONGEST_LINE);
    for (const beginning of beginnings) {
      if (line.trim() !== '') yield line.trim();
      line = beginning.slice(0, LONGEST_LINE);
    }
  }
  line += decoder.decode();
  if (line.trim() !== '') yield line.trim();
}
