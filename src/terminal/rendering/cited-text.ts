import { harmless } from './harmless.js';
import { HARD_SPACE } from './screen.js';

/** Parts up to this length stay on one line, such as "5 January 2020". */
const SHORT = 20;

/** The parts of a citation in one text, whose lines end between parts rather than within a date. */
export function citedText(parts: readonly string[]): string {
  return parts
    .map((part) => (part.length <= SHORT ? harmless(part).replaceAll(' ', HARD_SPACE) : harmless(part)))
    .join(`${HARD_SPACE}· `);
}
