import { harmless } from './harmless.js';
import { HARD_SPACE } from './screen.js';

/** Parts up to this length, such as "5 January 2020", are never broken across lines. */
const SHORT = 20;

/** Joins the parts of a citation so that lines break between parts rather than within a date. */
export function citedText(parts: readonly string[]): string {
  return parts
    .map((part) => (part.length <= SHORT ? harmless(part).replaceAll(' ', HARD_SPACE) : harmless(part)))
    .join(`${HARD_SPACE}· `);
}
