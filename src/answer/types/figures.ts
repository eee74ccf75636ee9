import type { AnalysedText } from '../../text/analysed-text.js';
import type { Quantity } from '../../text/quantities.js';
import type { ValueSpan } from './value-span.js';

const BOUND =
  /(?<more>more than|at least|over|no fewer than|no less than|not less than|not fewer than|upwards of)|(?<less>less than|fewer than|at most|up to|under|no more than|not more than|as many as|as much as)/i;
/** "170-0": both numbers count. */
const TALLY = /^\d+[-–]\d+$/;

export const isTally = (words: string): boolean => TALLY.test(words);

/**
 * A figure's number with its bound and unit: ">5000", "3500000–4000000 $"; "nearly 50" and "50" are the same. The words, where they give no
 * number.
 */
export function canonicalFigure(sentence: AnalysedText, span: ValueSpan, unit = '', factor = 1): string {
  const quantity = quantityAt(sentence, span);
  const words = sentence.text.slice(span.start, span.end).toLowerCase();
  if (quantity === undefined || quantity.value === null) return words.replace(/^(?:the|an?) /, '');
  if (isTally(words)) return words.replace('–', '-');
  const groups = BOUND.exec(words)?.groups ?? {};
  const isMore = groups.more !== undefined || /\d\+/.test(words);
  const bound = isMore ? '>' : groups.less ? '<' : '';
  const [value, upTo] = [quantity.value, quantity.upTo].map(
    (end) => end && Number((end * factor).toPrecision(12)),
  );
  const range = upTo === undefined ? `${value}` : `${value}–${upTo}`;
  return `${bound}${range}${unit === '' ? '' : ` ${unit}`}`;
}

export function quantityAt({ quantities }: AnalysedText, { start, end }: ValueSpan): Quantity | undefined {
  return quantities.find((quantity) => quantity.start < end && start < quantity.end);
}
