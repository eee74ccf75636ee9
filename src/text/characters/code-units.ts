import { endianness } from 'node:os';

/** A text, and its code units in a longer array. Two zeros follow them. */
export interface WrittenText {
  readonly text: string;
  readonly units: Uint16Array;
}

interface Sheet {
  readonly units: Uint16Array;
  readonly bytes: Buffer;
}

/** In code units: as many as most articles have. Sheets for longer texts are not kept. */
const SHEET = 16_384;
const IS_SWAPPED = endianness() === 'BE';

/** Those that are not in use: who reads a text may read another one meanwhile. */
const sheets: Sheet[] = [];

/**
 * Gives a reader the code units of a text, for as long as it runs. To read them from the string takes several times as long,
 * above all if it was cut out of another.
 */
export function withCodeUnits<Result>(text: string, read: (written: WrittenText) => Result): Result {
  const { length } = text;
  const sheet = (length + 2 <= SHEET ? sheets.pop() : undefined) ?? blank(Math.max(length + 2, SHEET));
  sheet.bytes.write(text, 'utf16le');
  if (IS_SWAPPED) sheet.bytes.swap16();
  sheet.units.fill(0, length, length + 2);
  try {
    return read({ text, units: sheet.units });
  } finally {
    if (sheet.units.length === SHEET) sheets.push(sheet);
  }
}

function blank(length: number): Sheet {
  const units = new Uint16Array(length);
  return { units, bytes: Buffer.from(units.buffer) };
}
