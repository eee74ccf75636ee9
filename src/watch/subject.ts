import { type QuestionTerm, readQuestion } from '../answer/question/question.js';
import { UserError } from '../user-error.js';

/** The longest words of a watch, in characters. */
export const WORDS_LIMIT = 100;
/** The most content words that a watch may have. */
const MOST_TERMS = 8;

/**
 * Returns the content words of what somebody wants to hear of, each once, in order.
 * @throws UserError `watch-empty`, `watch-long`
 */
export function readSubject(words: string): readonly QuestionTerm[] {
  const { terms } = readQuestion(words);
  if (terms.length === 0) {
    throw new UserError(
      'watch-empty',
      'These words are in nearly every article.',
      'Name what it is about, such as “rail strike” or “Boeing”.',
    );
  }
  if (words.length > WORDS_LIMIT || terms.length > MOST_TERMS) {
    throw new UserError('watch-long', 'That is too much to watch for.', 'Name it in two or three words.');
  }
  return terms;
}
