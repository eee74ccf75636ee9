import { type Block, toBlocks } from './block.js';

const BULLET_LINE = /^\s*(?:[•‣▪◦●■►▶*]|[-–—]\s)/;

/** Lines with a length in this range may have been wrapped by a program rather than by the writer. */
const WRAPPED_LINE = { shortest: 40, longest: 110 };

/** Splits plain text into blocks, one for each line. Hard-wrapped lines are joined first. */
export function plainTextBlocks(text: string): Block[] {
  return toBlocks(text.split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/).flatMap(linesOfChunk));
}

function linesOfChunk(chunk: string): string[] {
  const lines = chunk.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return isHardWrapped(lines) ? [lines.join(' ')] : lines;
}

/**
 * Whether all lines but the last have a wrapped line's length, and at least one breaks off within a sentence.
 */
function isHardWrapped(lines: readonly string[]): boolean {
  const { shortest, longest } = WRAPPED_LINE;
  const broken = lines.slice(0, -1).map((line) => line.trim());
  return (
    broken.length > 0 &&
    !lines.some((line) => BULLET_LINE.test(line)) &&
    lines.every((line) => line.trim().length <= longest) &&
    broken.every((line) => line.length >= shortest) &&
    lines
      .slice(1)
      .some((line, position) => /^\s*\p{Ll}/u.test(line) && !/[.!?:]["”’)]*$/.test(broken[position] ?? ''))
  );
}
