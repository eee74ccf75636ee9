import { askedPhrase, questionWordAt } from '../../../src/answer/question/head-noun.js';
import { questionWords } from '../../../src/answer/question/question-words.js';

const ASKS_A_NOUN = /^(?:what|which|who|name)$/;

/**
 * What somebody might type who asks for the same in keywords: "ohio population" for "What is the population of Ohio?". The noun
 * asked for comes last, as it mostly does, or stays where it was. Null where no noun tells what is asked for.
 */
export function keywordsOf(question: string, nounLast: boolean): string | null {
  const { tokens, parts } = questionWords(question);
  const asking = questionWordAt(tokens);
  const phrase = askedPhrase(tokens, parts);
  if (phrase === null || asking > 0 || !ASKS_A_NOUN.test(tokens[asking]?.word ?? '')) return null;
  const spoken = tokens.map(({ text, stop }, at) => ({
    text: text.toLowerCase(),
    kept: at !== asking && !stop,
    at,
  }));
  const inPhrase = ({ at }: { at: number }) => at >= phrase.first && at <= phrase.head;
  const ordered = nounLast
    ? [...spoken.filter((word) => !inPhrase(word)), ...spoken.filter(inPhrase)]
    : spoken;
  const words = ordered.filter(({ kept }) => kept).map(({ text }) => text);
  return words.length < 2 || words.length > 7 ? null : words.join(' ');
}
