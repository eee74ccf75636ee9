import { type AnalysedText, analyseText } from '../../text/analysed-text.js';
import { isNegation } from '../../text/lexicon/negations.js';
import { softmax } from '../../text/softmax.js';
import type { Snippet, Source } from '../answer.js';
import type { RankedSentence } from '../ranking/rank.js';
import { analysedArticle } from '../retrieval/analysed-article.js';
import { chanceIn, type Extent, likeliestExtent, possibleExtents, withoutAnnouncement } from './extent.js';
import { makeSnippet, sourceOf, wordsIn } from './snippet.js';

/** Sentences further down the ranking are too unlikely to begin with. */
const SENTENCES_TRIED = 24;
/** The ranking is a little too sure of its first choices. */
const TEMPERATURE = 1.5;
/** For the first quote it is trusted less: two good sentences side by side are worth more than a better one alone. */
const TEMPERATURE_OF_FIRST = 2;
/** Share of common terms from which two quotes say the same words. */
const SAME_WORDS = 0.8;

/** A quote with the ranked sentence that it is made around. */
export interface Quote {
  readonly snippet: Snippet;
  readonly sentence: RankedSentence;
  /** The chance that one of its sentences answers, as far as the ranking tells, 0 to 1. */
  readonly chance: number;
}

/**
 * The quotes that most likely answer. A quote is as likely to answer as its sentences are together. The same words are shown once, naming all sources.
 * @param least a quote after the first is left out where its chance is less than this share of the first one's
 */
export function selectQuotes(ranked: readonly RankedSentence[], top: number, least: number): Quote[] {
  const chosen: Quote[] = [];
  const copies = copiesOf(ranked);
  const tried = ranked
    .slice(0, SENTENCES_TRIED)
    .map((sentence) => ({ sentence, possible: possibleExtents(sentence) }));
  let remaining = likelyQuotes(tried, chancesOf(ranked, copies, TEMPERATURE_OF_FIRST));
  let best = likeliest(remaining);
  while (best !== undefined && chosen.length < top) {
    const taken = best;
    if (chosen.length === 0) remaining = likelyQuotes(tried, chancesOf(ranked, copies, TEMPERATURE));
    const others = remaining.filter((other) => !overlaps(taken, other));
    const words = analysedQuote(taken);
    const twins = others.filter((other) => sameWords(words, analysedQuote(other)));
    chosen.push({
      snippet: { ...makeSnippet(taken.sentence, taken.extent), alsoIn: otherSources(taken, twins) },
      sentence: taken.sentence,
      chance: taken.chance,
    });
    const first = chosen[0]?.chance ?? 0;
    remaining = others.filter(
      (other) => !twins.includes(other) && other.chance > 0 && other.chance >= least * first,
    );
    best = likeliest(remaining);
  }
  return chosen;
}

/** What could be quoted around a sentence. */
interface LikelyQuote {
  readonly sentence: RankedSentence;
  readonly extent: Extent;
  /** That one of its sentences answers. */
  readonly chance: number;
}

/** A sentence with all that could be quoted around it. */
interface TriedSentence {
  readonly sentence: RankedSentence;
  readonly possible: readonly Extent[];
}

function likelyQuotes(tried: readonly TriedSentence[], chances: Chances): LikelyQuote[] {
  return tried.flatMap(({ sentence, possible }) => {
    const { article } = sentence;
    const ofSentences = chances.get(article.id);
    const chanceOf = (number: number): number => ofSentences?.get(number) ?? 0;
    const extent = likeliestExtent(article, possible, chanceOf);
    const [first, last] = extent;
    // A quote is made around its best sentence, which has the words to highlight.
    const own = chanceOf(sentence.sentence.number);
    for (let number = first; number <= last; number++) if (chanceOf(number) > own) return [];
    // Two sentences of a quote may share the chance of the same copy.
    const chance = Math.min(1, chanceIn(extent, chanceOf));
    return [{ sentence, extent: withoutAnnouncement(article, extent, possible[0]), chance }];
  });
}

/** The words of a quote; those of a single sentence are known from the ranking. */
function analysedQuote({ sentence: { article }, extent: [first, last] }: LikelyQuote): AnalysedText {
  const single = first === last ? analysedArticle(article).sentence(first) : null;
  return single ?? analyseText(wordsIn(article, first, last));
}

/** The chance of each sentence, by article and number. */
type Chances = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** For each sentence, the places in the ranking of those in other articles that print it too. */
function copiesOf(ranked: readonly RankedSentence[]): number[][] {
  const tried = ranked.slice(0, SENTENCES_TRIED);
  return ranked.map((one) => tried.flatMap((other, at) => (isPrintedIn(other, one) ? [at] : [])));
}

/** The chance of each sentence to be the one that answers; articles that print the same share it. */
function chancesOf(
  ranked: readonly RankedSentence[],
  copies: readonly (readonly number[])[],
  temperature: number,
): Chances {
  const shares = softmax(ranked.map(({ score }) => score / temperature));
  const shareAt = (at: number): number => shares[at] ?? 0;
  const chances = new Map<string, Map<number, number>>();
  for (const [index, { article, sentence }] of ranked.entries()) {
    const ofSentences = chances.get(article.id) ?? new Map<number, number>();
    const chance = (copies[index] ?? []).reduce((sum, at) => sum + shareAt(at), shareAt(index));
    chances.set(article.id, ofSentences.set(sentence.number, chance));
  }
  return chances;
}

/** Another article says the same in the same words. */
function isPrintedIn(other: RankedSentence, { article, analysed }: RankedSentence): boolean {
  return other.article.id !== article.id && sameWords(analysed, other.analysed);
}

function likeliest(quotes: readonly LikelyQuote[]): LikelyQuote | undefined {
  return quotes.reduce<LikelyQuote | undefined>(
    (best, quote) => (best === undefined || quote.chance > best.chance ? quote : best),
    undefined,
  );
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
function sameWords(left: AnalysedText, right: AnalysedText): boolean {
  const most = Math.min(left.terms.size, right.terms.size);
  if (most / Math.max(1, left.terms.size, right.terms.size) < SAME_WORDS) return false;
  const share = (common: number): number => common / Math.max(1, left.terms.size + right.terms.size - common);
  // How many can still be common.
  let common = left.terms.size;
  for (const term of left.terms) {
    if (right.terms.has(term)) continue;
    common -= 1;
    if (share(common) < SAME_WORDS) return false;
  }
  return share(common) >= SAME_WORDS && figuresAndDenials(left) === figuresAndDenials(right);
}

function figuresAndDenials({ text, forms, quantities }: AnalysedText): string {
  const figures = quantities.map(
    ({ kind, value, start, end }) => `${kind} ${value ?? text.slice(start, end).toLowerCase()}`,
  );
  return [...figures, ...forms.flatMap(({ word }) => (isNegation(word) ? [word] : []))].sort().join();
}
