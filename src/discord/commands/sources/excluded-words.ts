import { UserError } from '../../../user-error.js';
import { sourcesTexts as texts } from './sources-texts.js';

/** How many words or phrases may be left out, and how long each may be. */
const MOST = 20;
const LONGEST = 40;

/**
 * Reads the words that a manager typed, with commas between. Without any, nothing is left out.
 * @throws UserError `words-many`, `words-none`
 */
export function excludedWords(typed: string): readonly string[] {
  const words = [...new Set(typed.split(/[,;\n]/).map((word) => word.trim().replace(/\s+/g, ' ')))].filter(
    Boolean,
  );
  if (words.length > MOST || words.some((word) => word.length > LONGEST)) {
    throw new UserError('words-many', texts.tooManyWords(MOST, LONGEST));
  }
  if (words.some((word) => !/[\p{L}\p{N}]/u.test(word))) throw new UserError('words-none', texts.noWords);
  return words;
}
