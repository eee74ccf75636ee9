import type { ArchivedArticle, Sentence } from '../../archive/passage.js';
import { areTurns } from '../../text/lexicon/speaker-labels.js';
import type { RankedSentence } from '../ranking/rank.js';
import { analysedArticle } from '../retrieval/analysed-article.js';

/** Numbers of the first and the last sentence to quote. */
export type Extent = readonly [first: number, last: number];

/** A quote has at most this many sentences. */
const SENTENCES = 3;
/** It is at most this long, unless its sentence alone is longer. */
export const QUOTE_CHARACTERS = 350;

/** What could be quoted around a ranked sentence: first what it cannot be understood without, then that with neighbours. */
export function possibleExtents(ranked: RankedSentence): Extent[] {
  const needed = neededExtent(ranked);
  return [needed, ...extentsAround(ranked.article, needed)];
}

/** Of possible extents, the one that most likely answers; the longer of two that are as likely. */
export function likeliestExtent(
  article: ArchivedArticle,
  possible: readonly Extent[],
  chanceOf: (sentence: number) => number,
): Extent {
  let best: Extent = possible[0] ?? [0, 0];
  let [most, longest] = [Number.NEGATIVE_INFINITY, 0];
  for (const extent of possible) {
    const chance = chanceIn(extent, chanceOf);
    if (chance < most) continue;
    const length = lengthOf(article, extent);
    if (chance > most || length > longest) [best, most, longest] = [extent, chance, length];
  }
  return best;
}

/** The chance that one of the sentences answers. */
export function chanceIn([first, last]: Extent, chanceOf: (sentence: number) => number): number {
  let chance = 0;
  for (let number = first; number <= last; number++) chance += chanceOf(number);
  return chance;
}

/** All quotes that hold one and are not too long. */
function extentsAround(article: ArchivedArticle, [first, last]: Extent): Extent[] {
  const spare = Array.from({ length: Math.max(0, SENTENCES - (last - first)) }, (_, more) => more);
  return spare
    .flatMap((before) => spare.map((after): Extent => [first - before, last + after]))
    .filter(
      (extent) =>
        isQuotable(article, extent) &&
        !mixesTurns(article, [extent[0], first]) &&
        !mixesTurns(article, [last, extent[1]]),
    );
}

/** Leaves out a last sentence that announces what is not quoted: "The lines:". Not one of those that are needed. */
export function withoutAnnouncement(
  article: ArchivedArticle,
  [first, last]: Extent,
  needed: Extent | undefined,
): Extent {
  const isSpare = needed === undefined || last > needed[1];
  return isSpare && last > first && announces(article.sentences[last]) ? [first, last - 1] : [first, last];
}

/** Whether it goes from what one speaker of an interview says to what another does. */
function mixesTurns(article: ArchivedArticle, [first, last]: Extent): boolean {
  for (let number = first; number < last; number++) if (endsTurn(article, number)) return true;
  return false;
}

/** The next sentence is another speaker's. */
function endsTurn({ sentences, paragraphs }: ArchivedArticle, number: number): boolean {
  const [own, next] = [sentences[number]?.paragraph, sentences[number + 1]?.paragraph];
  if (own === undefined || next === undefined || own === next) return false;
  return areTurns(paragraphs[own]?.text ?? '', paragraphs[next]?.text ?? '');
}

/** The sentence, the rest of what is quoted in it, who "he" is, and what it announces. */
function neededExtent({ article, sentence, matcher }: RankedSentence): Extent {
  let first = sentence.number;
  let last = sentence.number;
  const fits = (from: number, to: number): boolean => isQuotable(article, [from, to]);
  if (opensInsideQuotation(article, first) && fits(first - 1, last)) first -= 1;
  if (leavesQuotationOpen(article, [first, last]) && fits(first, last + 1)) last += 1;
  if (dangles(article.sentences[first]?.text) && tellsWho(article, first - 1) && fits(first - 1, last))
    first -= 1;
  if (announces(article.sentences[last]) && fits(first, last + 1)) last += 1;
  // Who asks in an interview is answered by who speaks next.
  if (endsTurn(article, last) && asks(article.sentences[last]) && fits(first, last + 1)) last += 1;
  // What somebody said often takes more than a sentence.
  const goesOn = article.sentences[last + 1]?.paragraph === sentence.paragraph;
  if (matcher.question.type === 'statement' && goesOn && fits(first, last + 1)) last += 1;
  return [first, last];
}

const DANGLING =
  /^["“‘]?(?:(?:but|and|so|then|however),? )?(?:he|she|it|they|this|that|these|those|his|her|its|their|such|the (?:move|decision|comments?|statement|attack|bill|session))\b/i;

/** "He said …": says nothing without the sentence before. */
export function dangles(sentence: string | undefined): boolean {
  return sentence !== undefined && DANGLING.test(sentence);
}

/** "She said in a statement:" says nothing without what follows. */
function announces(sentence: Sentence | undefined): boolean {
  return sentence?.text.endsWith(':') ?? false;
}

function asks(sentence: Sentence | undefined): boolean {
  return sentence?.text.endsWith('?') ?? false;
}

/** A sentence that names somebody, and is not the end of what somebody else said. */
function tellsWho(article: ArchivedArticle, number: number): boolean {
  const sentence = analysedArticle(article).sentence(number);
  return sentence !== null && !opensInsideQuotation(article, number) && sentence.names.length > 0;
}

/** The words before it in its paragraph open a quotation that they do not close. */
function opensInsideQuotation(article: ArchivedArticle, number: number): boolean {
  const paragraph = article.sentences[number]?.paragraph;
  let first = number;
  while (first > 0 && article.sentences[first - 1]?.paragraph === paragraph) first -= 1;
  return isOpen(article.sentences.slice(first, number));
}

function leavesQuotationOpen(article: ArchivedArticle, extent: Extent): boolean {
  return isOpen(sentencesOf(article, extent));
}

/** Curly marks tell opening from closing; straight ones come in pairs. */
function isOpen(sentences: readonly Sentence[]): boolean {
  const count = (mark: RegExp): number =>
    sentences.reduce((sum, { text }) => sum + (text.match(mark)?.length ?? 0), 0);
  return count(/“/g) > count(/”/g) || count(/"/g) % 2 === 1;
}

/** A few sentences of the article, short enough, and without a break between them. */
function isQuotable(article: ArchivedArticle, extent: Extent): boolean {
  const [first, last] = extent;
  return (
    first >= 0 &&
    last < article.sentences.length &&
    last - first < SENTENCES &&
    isUnbroken(article, extent) &&
    lengthOf(article, extent) <= QUOTE_CHARACTERS
  );
}

function isUnbroken(article: ArchivedArticle, [first, last]: Extent): boolean {
  return sentencesOf(article, [first + 1, last]).every(({ number, paragraph, afterBreak }) => {
    const opensParagraph = article.sentences[number - 1]?.paragraph !== paragraph;
    return !afterBreak && !(opensParagraph && article.paragraphs[paragraph]?.opened);
  });
}

/** Characters of the sentences with a space between them. */
function lengthOf(article: ArchivedArticle, extent: Extent): number {
  const [first, last] = extent;
  let length = -1;
  for (let number = first; number <= last; number++)
    length += (article.sentences[number]?.text.length ?? -1) + 1;
  return length;
}

function sentencesOf(article: ArchivedArticle, [first, last]: Extent): readonly Sentence[] {
  return article.sentences.slice(first, last + 1);
}
