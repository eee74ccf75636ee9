import { isNegation } from '../text/lexicon/negations.js';
import { analyseText } from './analysed-text.js';
import type { Snippet, Source } from './answer.js';
import type { Candidate } from './candidate.js';
import { type Extent, quoteExtent } from './quote-extent.js';
import type { RankedSentence } from './rank.js';
import { makeSnippet, sourceOf, verbatim } from './snippet.js';
import { alreadySaid } from './spans/already-said.js';
import { softmax } from './spans/best-spans.js';

/** Of two quotes that answer as likely, one from an article that is not quoted yet is preferred: it may be a little less likely. */
const VARIETY = 0.5;
/** What the quotes before it have said already counts so much against a further one. */
const REPETITION = 0.9;
/** A quote so many times less likely to answer than the best one would only fill. */
const FILLER = 1e-3;
/** Other sentences are too unlikely to begin with. */
const LOOKED_AT = 24;
/**
 * The ranking is a little too sure of its first choices. For the first quote it is trusted even less: two good sentences side by
 * side are worth more than a better one alone.
 */
const TEMPERATURE = 1.5;
const TEMPERATURE_OF_FIRST = 2;
/** What the chance of a sentence without a fitting number counts, where it is asked how many. */
const WITHOUT_FIGURE = 0.25;
/** Share of common terms from which two quotes say the same words. */
const SAME_WORDS = 0.8;

/**
 * The snippets that most likely answer. A snippet is as likely to answer as its sentences are together. After the first, those
 * come first that tell something new, come from other articles where these answer too, and are short. The same words are shown
 * once, naming all sources.
 */
export function selectSnippets(ranked: readonly RankedSentence[], top: number): Snippet[] {
  const chosen: Snippet[] = [];
  let remaining = likelyQuotes(ranked, TEMPERATURE_OF_FIRST);
  let best = likeliest(remaining, ({ chance }) => chance);
  while (best !== undefined && chosen.length < top) {
    const taken = best;
    if (chosen.length === 0) remaining = likelyQuotes(ranked, TEMPERATURE);
    const others = remaining.filter((other) => !overlaps(taken, other));
    const twins = others.filter((other) => sameWords(taken.text, other.text));
    chosen.push({ ...makeSnippet(taken.sentence, taken.extent), alsoIn: otherSources(taken, twins) });
    remaining = others.filter((other) => !twins.includes(other));
    best = likeliest(remaining, worthAfter(chosen));
  }
  return chosen;
}

/** What could be quoted around a sentence. */
interface LikelyQuote {
  readonly sentence: RankedSentence;
  readonly extent: Extent;
  readonly text: string;
  /** That one of its sentences answers. */
  readonly chance: number;
}

function likelyQuotes(ranked: readonly RankedSentence[], temperature: number): LikelyQuote[] {
  const chances = chancesOf(ranked, temperature);
  const quotes = ranked.slice(0, LOOKED_AT).flatMap((sentence) => {
    const { article } = sentence;
    const chanceOf = (number: number): number => chances.get(sentenceKey(article.id, number)) ?? 0;
    const extent = quoteExtent(sentence, chanceOf);
    const [first, last] = extent;
    const inQuote = Array.from({ length: last - first + 1 }, (_, at) => chanceOf(first + at));
    // A quote is made around its best sentence, which has the words to highlight.
    if (chanceOf(sentence.sentence.number) < Math.max(...inQuote)) return [];
    const chance = inQuote.reduce((sum, each) => sum + each, 0);
    return [{ sentence, extent, text: verbatim(article, first, last).text, chance }];
  });
  const least = FILLER * Math.max(0, ...quotes.map(({ chance }) => chance));
  return quotes.filter(({ chance }) => chance >= least);
}

const sentenceKey = (article: string, number: number): string => `${article}#${number}`;

/** The chance of each sentence to be the one that answers, by article and number. */
function chancesOf(ranked: readonly RankedSentence[], temperature: number): ReadonlyMap<string, number> {
  const chances = softmax(ranked.map(({ score }) => score / temperature));
  return new Map(
    ranked.map(({ article, sentence, candidate }, index) => [
      sentenceKey(article.id, sentence.number),
      (chances[index] ?? 0) * (lacksFigure(candidate) ? WITHOUT_FIGURE : 1),
    ]),
  );
}

/** It is asked how many, and no number fits. */
function lacksFigure({ matcher: { question }, spans }: Candidate): boolean {
  return question.kind === 'count' && spans.length === 0;
}

/** How much a quote is worth after others: what it likely adds, for each character that has to be read. */
function worthAfter(chosen: readonly Snippet[]): (quote: LikelyQuote) => number {
  const saidShare = alreadySaid(chosen.map(({ text }) => analyseText(text)));
  return ({ sentence, text, chance }) => {
    const sameArticle = chosen.filter(({ source }) => source.article === sentence.article.id).length;
    const newShare = 1 - REPETITION * saidShare(sentence.candidate);
    return (chance * VARIETY ** sameArticle * newShare) / text.length;
  };
}

function likeliest(
  quotes: readonly LikelyQuote[],
  worthOf: (quote: LikelyQuote) => number,
): LikelyQuote | undefined {
  const worth = quotes.map(worthOf);
  return quotes[worth.indexOf(Math.max(...worth))];
}

/** The articles, each once, that print a quote of another. */
function otherSources({ sentence }: LikelyQuote, twins: readonly LikelyQuote[]): Source[] {
  const articles = new Map(twins.map(({ sentence: { article } }) => [article.id, article]));
  articles.delete(sentence.article.id);
  return [...articles.values()].map(sourceOf);
}

function overlaps(left: LikelyQuote, right: LikelyQuote): boolean {
  const [[first, last], [otherFirst, otherLast]] = [left.extent, right.extent];
  return left.sentence.article.id === right.sentence.article.id && first <= otherLast && otherFirst <= last;
}

/** The same words, and nothing in them that makes them say something else: another figure, a "not". */
function sameWords(left: string, right: string): boolean {
  if (figuresAndDenials(left) !== figuresAndDenials(right)) return false;
  const [a, b] = [analyseText(left).terms, analyseText(right).terms];
  const common = [...a].filter((term) => b.has(term)).length;
  return common / Math.max(1, a.size + b.size - common) >= SAME_WORDS;
}

function figuresAndDenials(text: string): string {
  const { tokens, quantities } = analyseText(text);
  const figures = quantities.map(
    ({ kind, value, start, end }) => `${kind} ${value ?? text.slice(start, end).toLowerCase()}`,
  );
  return [...figures, ...tokens.flatMap(({ word }) => (isNegation(word) ? [word] : []))].sort().join();
}
