import { type ArchivedArticle, storySentences } from '../../archive/passage.js';
import { daysBetween } from '../../text/dates/calendar.js';
import { tokenise } from '../../text/tokens.js';
import { dayOfArticle } from '../schedule/period.js';
import { pairwiseProducts, type TermVector, type TermWeight, termVector } from '../term-vector.js';
import { OPENING } from './article-features.js';
import { averageLinkage } from './clusters.js';

/**
 * Two groups of articles tell the same story if their mean similarity is at least this; see docs/digest.md.
 */
export const SAME_STORY = 0.22;
/** Articles further apart than this are about different events, whatever their words. */
const WINDOW_DAYS = 3;
/** How often a name counts, and a word of the title: who and where tell events apart. */
const NAME_COUNT = 2;
const TITLE_COUNT = 2;

/** The terms of an article, as they are counted for different ends. */
export interface ArticleTerms {
  /** How often each term stands in title and text. */
  readonly counts: ReadonlyMap<string, number>;
  /** The same, with names counted double. */
  readonly whole: ReadonlyMap<string, number>;
  /** The same of title and opening sentences, the title counted double. */
  readonly opening: ReadonlyMap<string, number>;
}

export function articleTerms(article: ArchivedArticle): ArticleTerms {
  const [counts, whole, opening] = [new Map(), new Map(), new Map()] as const;
  const count = (text: string, times: number): void => {
    for (const { term, text: written, start, stop } of tokenise(text)) {
      if (stop) continue;
      // The first word of a sentence is capital whatever it is.
      const worth = start > 0 && /^\p{Lu}/u.test(written) ? NAME_COUNT : 1;
      if (times !== 0) add(opening, term, worth * times);
      add(counts, term, 1);
      add(whole, term, worth);
    }
  };
  count(article.title ?? '', TITLE_COUNT);
  for (const [at, { text }] of storySentences(article).entries()) count(text, at < OPENING ? 1 : 0);
  return { counts, whole, opening };
}

function add(counts: Map<string, number>, term: string, count: number): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}

/**
 * Groups articles by the event they report: average linkage within a time window. The similarity of two
 * articles is the mean of that of their whole texts and that of their titles and openings, as news begins
 * with what happened. Each article is in exactly one group.
 */
export function groupStories(
  terms: ReadonlyMap<ArchivedArticle, ArticleTerms>,
  weight: TermWeight,
): ArchivedArticle[][] {
  const articles = [...terms.keys()];
  const days = articles.map(dayOfArticle);
  const similarityOf = (part: 'whole' | 'opening') =>
    pairwiseProducts([...terms.values()].map((each): TermVector => termVector(each[part], weight)));
  const [whole, opening] = [similarityOf('whole'), similarityOf('opening')];
  const groups = averageLinkage(articles.length, SAME_STORY, (a, b) => {
    const [day, other] = [days[a], days[b]];
    const together = !day || !other || Math.abs(daysBetween(day, other)) <= WINDOW_DAYS;
    return together ? (whole(a, b) + opening(a, b)) / 2 : 0;
  });
  return groups.map((group) => group.flatMap((at) => articles[at] ?? []));
}
