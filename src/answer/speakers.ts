import type { ArchivedArticle, Sentence } from '../archive/passage.js';
import type { Token } from '../text/tokens.js';
import { type AnalysedText, analyseText } from './analysed-text.js';
import { endsQuoted, type Saying, sayingsOf } from './sayings.js';

/** Words that name who says what a sentence tells. */
export interface Speaker {
  /** The sentence that names the speaker: the one that is read, or one near it. */
  readonly text: AnalysedText;
  /** Token positions, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** The words that name a speaker. */
export const wordsOf = ({ text, first, last }: Speaker): readonly Token[] =>
  text.tokens.slice(first, last + 1);

/** So many sentences away the name may stand to which a pronoun leads, or a quotation without a verb of saying. */
const NEAR = 4;

/** Who speaks in a sentence, as far as it or its neighbours tell; nobody in most. */
export function speakersIn(article: ArchivedArticle, sentence: Sentence): readonly Speaker[] {
  const sayings = sayingsIn(article, sentence);
  if (sayings.length > 0) return speakersTold(article, sentence, sayings);
  if (!isQuoted(article, sentence)) return [];
  const after = speakersAfter(article, sentence);
  return after.length > 0 ? after : speakerBefore(article, sentence);
}

const sayingsIn = (article: ArchivedArticle, sentence: Sentence): readonly Saying[] =>
  sayingsOf(analyseText(sentence.text), startsQuoted(article, sentence));

/** The subjects of its verbs of saying. */
function speakersTold(
  article: ArchivedArticle,
  sentence: Sentence,
  sayings: readonly Saying[],
): readonly Speaker[] {
  const text = analyseText(sentence.text);
  const named = sayings
    .filter(({ byPronoun }) => !byPronoun)
    .map(({ first, last }) => ({ text, first, last }));
  // "He vowed" leads back to a name even over what was left out in between, such as an advertisement.
  return named.length < sayings.length ? [...named, ...speakerBefore(article, sentence, true)] : named;
}

/** "“… and from Kurds. We want you to stay,” Smith said": the attribution follows the last of the quoted sentences. */
function speakersAfter(article: ArchivedArticle, { number, paragraph }: Sentence): readonly Speaker[] {
  for (const next of article.sentences.slice(number + 1, number + 1 + NEAR)) {
    if (next.paragraph !== paragraph || !isQuoted(article, next)) return [];
    const told = speakersTold(article, next, sayingsIn(article, next));
    if (told.length > 0) return told;
  }
  return [];
}

/** The last one before who is named as saying something, or else whom the last sentence is about that tells of nobody's words. */
function speakerBefore(
  article: ArchivedArticle,
  { number, afterBreak }: Sentence,
  acrossBreaks = false,
): readonly Speaker[] {
  if (afterBreak && !acrossBreaks) return [];
  for (let at = number - 1; at >= Math.max(0, number - NEAR); at--) {
    const before = article.sentences[at];
    if (!before) break;
    const text = analyseText(before.text);
    const sayings = sayingsIn(article, before);
    const saying = sayings.findLast(({ byPronoun }) => !byPronoun);
    if (saying) return [{ text, first: saying.first, last: saying.last }];
    const last = endOfSubject(text);
    const tellsOfOther = sayings.length > 0 || isQuoted(article, before);
    if (last >= 0 && !tellsOfOther) return [{ text, first: 0, last }];
    if (before.afterBreak && !acrossBreaks) break;
  }
  return [];
}

/** The last token of the first name of a person, or of what stands before the verb; -1 for a pronoun. */
function endOfSubject({ names, parts, tokens }: AnalysedText): number {
  const person = names.find(({ kind }) => kind === 'person' || kind === 'unknown');
  if (person) return person.last;
  return tokens[0]?.stop ? -1 : parts.indexOf('verb') - 1;
}

/** It begins within quotation marks. */
function isQuoted(article: ArchivedArticle, sentence: Sentence): boolean {
  return /^\s*["“]/.test(sentence.text) || startsQuoted(article, sentence);
}

/** A quotation was open in its paragraph when it began. */
function startsQuoted(article: ArchivedArticle, { number, paragraph }: Sentence): boolean {
  let first = number;
  while (article.sentences[first - 1]?.paragraph === paragraph) first -= 1;
  return article.sentences.slice(first, number).reduce((open, { text }) => endsQuoted(text, open), false);
}
