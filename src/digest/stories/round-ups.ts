import { storySentences } from '../../archive/passage.js';
import { indexTerms } from '../../text/analyser.js';
import { countTerms, dot, type TermVector, type TermWeight, termVector } from '../term-vector.js';
import type { JudgedArticle } from './read-article.js';

/** Sentences that a round-up spends on one item. */
const ITEM = 4;
/** An item is about an article if it is this similar to its title and opening. */
const SAME_SUBJECT = 0.25;
/** News of one event is near to one story. A round-up is near to many. */
const FEWEST_SUBJECTS = 3;
/** An explanation of a big event is near to several of its stories too, and is less surely no news. */
const SURELY_NO_NEWS = 0.8;

/** A round-up of many stories ("5 things to know", "News from around our 50 states"), item by item. */
export interface RoundUp {
  readonly items: readonly TermVector[];
}

/** Articles without round-ups, and the round-ups. */
export interface Sorted {
  readonly articles: readonly JudgedArticle[];
  readonly roundUps: readonly RoundUp[];
}

/**
 * Takes round-ups out of the articles of a period. They are known by their titles, and by what they are near
 * to: several other articles that have nothing to do with each other.
 */
export function sortOutRoundUps(articles: readonly JudgedArticle[], weight: TermWeight): Sorted {
  const openings = new Map(articles.map((each) => [each, openingOf(each, weight)]));
  const articlesLeft: JudgedArticle[] = [];
  const roundUps: RoundUp[] = [];
  for (const article of articles) {
    const likely = article.features.hints.roundsUp === 1 || article.notNews >= SURELY_NO_NEWS;
    const items = likely ? itemsOf(article, weight) : [];
    const others = [...openings].flatMap(([other, opening]) => (other === article ? [] : [opening]));
    const isRoundUp =
      likely && (article.features.hints.roundsUp === 1 || subjects(items, others) >= FEWEST_SUBJECTS);
    if (isRoundUp) roundUps.push({ items });
    else articlesLeft.push(article);
  }
  return { articles: articlesLeft, roundUps };
}

/** How clearly one of the round-ups names the article: its similarity to the nearest item. */
export function namedBy(roundUps: readonly RoundUp[], article: JudgedArticle, weight: TermWeight): number {
  const opening = openingOf(article, weight);
  return Math.max(0, ...roundUps.flatMap(({ items }) => items.map((item) => dot(item, opening))));
}

function openingOf({ terms }: JudgedArticle, weight: TermWeight): TermVector {
  return termVector(terms.opening, weight);
}

/** Overlapping runs of sentences, as nothing tells where an item begins. */
function itemsOf({ article }: JudgedArticle, weight: TermWeight): TermVector[] {
  const sentences = storySentences(article).map(({ text }) => indexTerms(text));
  const items: TermVector[] = [];
  for (let start = 0; start === 0 || start < sentences.length - 1; start += ITEM / 2) {
    items.push(termVector(countTerms(sentences.slice(start, start + ITEM).flat()), weight));
  }
  return items;
}

/** How many unlike articles the items are about. */
function subjects(items: readonly TermVector[], openings: readonly TermVector[]): number {
  const found: TermVector[] = [];
  for (const opening of openings) {
    if (!items.some((item) => dot(item, opening) >= SAME_SUBJECT)) continue;
    if (found.every((other) => dot(other, opening) < SAME_SUBJECT)) found.push(opening);
  }
  return found.length;
}
