/** Numbers in digits, as they are written in different countries. */

/** Spaces and apostrophes between groups of three digits: "5 000", "5'000". */
export const GROUPED = String.raw`(?<!\d[ \u00a0\u202f\u2009.,-]?)\d{1,3}(?:(?:[\u00a0\u202f\u2009'’]\d{3})+(?!\d)|(?: \d{3})+(?![\d.,-]?\d| \d| ?[cm]m\b))(?:[.,]\d+)?`;

const FIRST_NUMBER = /^\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|^\d+(?:[.,]\d+)*/;
/** "1.200.000", "1.200,50": points between thousands, and a comma before decimals. */
const POINTS_BETWEEN_THOUSANDS = /^\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d{1,2})$/;
/** "7,5", "12,50", "0,125": a comma before decimals. */
const DECIMAL_COMMA = /^(?:\d+,\d{1,2}|0,\d+)$/;

/**
 * Writes the number that a folded text begins with as programs do: without anything between thousands, and with a point
 * before decimals.
 */
export function plainNumber(text: string): string {
  const [written = ''] = FIRST_NUMBER.exec(text) ?? [];
  const closed = written.replaceAll(' ', '');
  const plain = POINTS_BETWEEN_THOUSANDS.test(closed)
    ? closed.replaceAll('.', '').replace(',', '.')
    : DECIMAL_COMMA.test(closed)
      ? closed.replace(',', '.')
      : closed.replaceAll(',', '');
  return plain + text.slice(written.length).replaceAll(',', '');
}
