import { isNegation } from '../text/negations.js';
import { analyseText } from './analysed-text.js';
import type { Snippet } from './answer.js';
import { type Extent, quoteExtent } from './quote-extent.js';
import type { RankedSentence } from './rank.js';
import { makeSnippet } from './snippet.js';
import { softmax } from './spans/best-spans.js';

/** Of two quotes that answer as likely, one from an article that is not quoted yet is preferred: it may be a little less likely. */
const VARIETY = 0.5;
/** A quote so many times less likely to answer than the best one would only fill. */
const FILLER = 1e-3;
/** Other sentences are too unlikely to begin with. */
const LOOKED_AT = 24;
/** The ranking is a little too sure of its first choice. */
const TEMPERATURE = 1.5;
/** Share of common terms from which two quotes say the same words. */
const SAME_WORDS = 0.8;

/**
 * The snippets that most likely answer, from different articles where other articles answer too; the same words are shown
 * once, naming all sources. A snippet is as likely to answer as its sentences are together: two good sentences side by
 * side are worth more than a slightly better one alone.
 */
export function selectSnippets(ranked: readonly RankedSentence[], top: number): Snippet[] {
  const remaining = likelyQuotes(ranked);
  const likeliest = Math.max(0, ...remaining.map(({ chance }) => chance));
  const chosen: Snippet[] = [];
  const used = new Map<string, number>();
  while (chosen.length < top && remaining.length > 0) {
    const { sentence, extent, chance } = takeBest(remaining, used);
    if (chance < FILLER * likeliest) break;
    const snippet = makeSnippet(sentence, extent);
    const twin = chosen.findIndex((other) => sameWords(other.text, snippet.text));
    const inOther = chosen[twin];
    if (inOther) {
      const known = [inOther.source, ...inOther.alsoIn].some(
        ({ article }) => article === snippet.source.article,
      );
      if (!known) chosen[twin] = { ...inOther, alsoIn: [...inOther.alsoIn, snippet.source] };
      continue;
    }
    if (chosen.some((other) => overlaps(other, snippet))) continue;
    used.set(snippet.source.article, (used.get(snippet.source.article) ?? 0) + 1);
    chosen.push(snippet);
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

function likelyQuotes(ranked: readonly RankedSentence[]): LikelyQuote[] {
  const chances = chancesOf(ranked);
  return ranked.slice(0, LOOKED_AT).flatMap((sentence) => {
    const chanceOf = (number: number): number => chances.get(sentenceKey(sentence.article.id, number)) ?? 0;
    const extent = quoteExtent(sentence, chanceOf);
    const [first, last] = extent;
    const inQuote = Array.from({ length: last - first + 1 }, (_, at) => chanceOf(first + at));
    // A quote is made around its best sentence, which has the words to highlight.
    if (chanceOf(sentence.sentence.number) < Math.max(...inQuote)) return [];
    return [{ sentence, extent, chance: inQuote.reduce((sum, chance) => sum + chance, 0) }];
  });
}

const sentenceKey = (article: string, number: number): string => `${article}#${number}`;

/** The chance of each sentence to be the one that answers, by article and number. */
function chancesOf(ranked: readonly RankedSentence[]): ReadonlyMap<string, number> {
  const chances = softmax(ranked.map(({ score }) => score / TEMPERATURE));
  return new Map(
    ranked.map(({ article, sentence }, index) => [
      sentenceKey(article.id, sentence.number),
      chances[index] ?? 0,
    ]),
  );
}

function takeBest(remaining: LikelyQuote[], used: ReadonlyMap<string, number>): LikelyQuote {
  const worth = remaining.map(
    ({ sentence, chance }) => chance * VARIETY ** (used.get(sentence.article.id) ?? 0),
  );
  const [best] = remaining.splice(worth.indexOf(Math.max(...worth)), 1);
  return best as LikelyQuote; // `remaining` is not empty
}

function overlaps(left: Snippet, right: Snippet): boolean {
  return left.source.article === right.source.article && left.first <= right.last && right.first <= left.last;
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
