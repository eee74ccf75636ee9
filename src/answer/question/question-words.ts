import { openContractions } from '../../text/contractions.js';
import { joinPhrasalVerbs } from '../../text/lexicon/phrasal-verbs.js';
import { lengthenShortForms } from '../../text/lexicon/short-forms.js';
import { type PartOfSpeech, partsOfSpeech } from '../../text/parts-of-speech.js';
import { splitSentences } from '../../text/sentences.js';
import { type Token, tokenise } from '../../text/tokens.js';

/** The words of a question as it is read. */
export interface QuestionWords {
  readonly tokens: readonly Token[];
  /** The part of speech of each token. */
  readonly parts: readonly PartOfSpeech[];
  /** Position of the first token of the sentence that asks: the last one, where others set the scene before it. */
  readonly asks: number;
}

/** Splits a question into words: short forms and slips of question words made full, contractions and phrasal verbs opened. */
export function questionWords(text: string): QuestionWords {
  const opened = openContractions(text, lengthenShortForms(tokenise(text)));
  const tokens = joinPhrasalVerbs(meaningOfUs(opened));
  const start = splitSentences(text).at(-1)?.start ?? 0;
  const asks = tokens.findIndex((token) => token.start >= start);
  const parts = partsOfSpeech(text, tokens).map((part, at) => (tokens[at]?.term === 'u.s.' ? 'name' : part));
  return { tokens, parts, asks: Math.max(0, asks) };
}

/** In hasty writing "us troops" means the country: "us" before a content word, or after "the". */
function meaningOfUs(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const next = tokens[at + 1];
    const isCountry =
      token.word === 'us' && (tokens[at - 1]?.word === 'the' || (next !== undefined && !next.stop));
    return isCountry ? { ...token, word: 'u.s.', term: 'u.s.', stop: false } : token;
  });
}
