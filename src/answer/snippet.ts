import { articleLabel } from '../archive/label.js';
import type { ArchivedArticle, Sentence } from '../archive/passage.js';
import { publisherNames } from '../archive/publishers.js';
import { UserError } from '../user-error.js';
import { analyseText } from './analysed-text.js';
import type { Snippet, Source } from './answer.js';
import type { Candidate } from './candidate.js';
import { highlightSpan } from './highlight.js';
import type { RankedSentence } from './rank.js';

/** A snippet is at most so long, unless its sentence alone is longer. */
export const SNIPPET_CHARACTERS = 350;
/** A neighbour that adds so much of the question's information is quoted along. */
const WORTHWHILE_GAIN = 0.15;
/** From this fit and coverage on a sentence answers without its neighbours. */
const PLAIN_FIT = 1;
const PLAIN_COVERAGE = 0.8;

/** The quote around a ranked sentence: the sentence, and its neighbours where it cannot be understood without them. */
export function makeSnippet(ranked: RankedSentence): Snippet {
  const { article, sentence } = ranked;
  const [first, last] = quoteExtent(ranked);
  const { text, offset } = verbatim(article, first, last, sentence.number);
  const span = highlightSpan(ranked.candidate);
  return {
    text,
    highlight: span ? [offset + span.start, offset + span.end] : null,
    source: sourceOf(article),
    first,
    last,
    paragraph: (article.sentences[first]?.paragraph ?? sentence.paragraph) + 1,
    score: ranked.score,
    alsoIn: [],
  };
}

function sourceOf(article: ArchivedArticle): Source {
  const { id, title, published, updated, url } = article;
  return {
    article: id,
    title,
    label: articleLabel(article),
    publisher: publisherNames(article),
    published,
    ...(updated ? { updated } : {}),
    url,
  };
}

/** Numbers of the first and last sentence to quote. */
export function quoteExtent(ranked: RankedSentence): readonly [number, number] {
  const { article, sentence, candidate } = ranked;
  let first = sentence.number;
  let last = sentence.number;
  const fits = (from: number, to: number): boolean =>
    to - from < 3 && unbroken(article, from, to) && lengthOf(article, from, to) <= SNIPPET_CHARACTERS;
  const inParagraph = (number: number): boolean =>
    article.sentences[number]?.paragraph === sentence.paragraph;
  if (opensInsideQuotation(article, first) && fits(first - 1, last)) first -= 1;
  if (leavesQuotationOpen(article, first, last) && fits(first, last + 1)) last += 1;
  if (dangles(article.sentences[first]) && tellsWho(article, first - 1) && fits(first - 1, last)) first -= 1;
  if (announces(article.sentences[last]) && fits(first, last + 1)) last += 1;
  // What somebody said often takes more than a sentence.
  if (candidate.matcher.question.kind === 'statement' && inParagraph(last + 1) && fits(first, last + 1))
    last += 1;
  const gain = (number: number): number => {
    const neighbour = article.sentences[number];
    if (!neighbour) return 0;
    const { matcher, evidence } = candidate;
    const strengths = matcher.evidence(analyseText(neighbour.text)).strengths;
    return matcher.coverage(
      strengths.map((strength, index) => Math.max(0, strength - (evidence.strengths[index] ?? 0))),
    );
  };
  const [before, after] = [gain(first - 1), gain(last + 1)];
  if (before >= WORTHWHILE_GAIN && before >= after && fits(first - 1, last)) first -= 1;
  else if (after >= WORTHWHILE_GAIN && fits(first, last + 1)) last += 1;
  if (answersPlainly(candidate)) return [first, last];
  while (inParagraph(last + 1) && fits(first, last + 1)) last += 1;
  while (inParagraph(first - 1) && fits(first - 1, last)) first -= 1;
  while (fits(first, last + 1)) last += 1;
  while (fits(first - 1, last)) first -= 1;
  return [first, last];
}

/** It holds the question's words and a fitting answer: more words would only bury it. */
function answersPlainly({ matcher, evidence, spans }: Candidate): boolean {
  return (spans[0]?.fit ?? 0) >= PLAIN_FIT && matcher.coverage(evidence.strengths) >= PLAIN_COVERAGE;
}

const DANGLING =
  /^["“‘]?(?:(?:but|and|so|then|however),? )?(?:he|she|it|they|this|that|these|those|his|her|its|their|such|the (?:move|decision|comments?|statement|attack|bill|session))\b/i;

/** "He said …": says nothing without the sentence before. */
function dangles(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && DANGLING.test(sentence.text);
}

/** "She said in a statement:" says nothing without what follows. */
function announces(sentence: Sentence | undefined): boolean {
  return sentence?.text.endsWith(':') ?? false;
}

/** A sentence that names somebody, and is not the end of what somebody else said. */
function tellsWho(article: ArchivedArticle, number: number): boolean {
  const sentence = article.sentences[number];
  return (
    sentence !== undefined &&
    !opensInsideQuotation(article, number) &&
    analyseText(sentence.text).names.length > 0
  );
}

/** The words before it in its paragraph open a quotation that they do not close. */
function opensInsideQuotation(article: ArchivedArticle, number: number): boolean {
  const paragraph = article.sentences[number]?.paragraph;
  const before = article.sentences.filter((other) => other.paragraph === paragraph && other.number < number);
  return isOpen(before);
}

function leavesQuotationOpen(article: ArchivedArticle, first: number, last: number): boolean {
  return isOpen(article.sentences.slice(first, last + 1));
}

/** Curly marks tell opening from closing; straight ones come in pairs. */
function isOpen(sentences: readonly Sentence[]): boolean {
  const count = (mark: RegExp): number =>
    sentences.reduce((sum, { text }) => sum + (text.match(mark)?.length ?? 0), 0);
  return count(/“/g) > count(/”/g) || count(/"/g) % 2 === 1;
}

function unbroken(article: ArchivedArticle, first: number, last: number): boolean {
  if (first < 0 || last >= article.sentences.length) return false;
  return article.sentences.slice(first + 1, last + 1).every(({ number, paragraph, afterBreak }) => {
    const opensParagraph = article.sentences[number - 1]?.paragraph !== paragraph;
    return !afterBreak && !(opensParagraph && article.paragraphs[paragraph]?.opened);
  });
}

function lengthOf(article: ArchivedArticle, first: number, last: number): number {
  return article.sentences.slice(first, last + 1).reduce((sum, { text }) => sum + text.length + 1, -1);
}

/**
 * The words of sentences as they stand in the article, and where one of the sentences begins in them. The one place
 * where quotes are made: what is not in the article, white space aside, never leaves it.
 *
 * @throws UserError `quote-not-verbatim`, when the sentences are not the article's (a damaged index)
 */
export function verbatim(
  article: ArchivedArticle,
  first: number,
  last: number,
  anchor = first,
): { readonly text: string; readonly offset: number } {
  const sentences = article.sentences.slice(first, last + 1);
  const text = sentences.map((sentence) => sentence.text).join(' ');
  const offset = sentences
    .filter(({ number }) => number < anchor)
    .reduce((sum, sentence) => sum + sentence.text.length + 1, 0);
  const held = new Set(sentences.map(({ paragraph }) => paragraph));
  const source = article.paragraphs.filter((_, index) => held.has(index)).map((paragraph) => paragraph.text);
  if (text === '' || !withoutSpace(source.join('')).includes(withoutSpace(text))) {
    throw new UserError(
      'quote-not-verbatim',
      `The index and the article “${article.file}” do not agree.`,
      'Rebuild the index: clippings index --rebuild',
    );
  }
  return { text, offset };
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
