import type { ArchivedArticle } from '../../archive/passage.js';
import { indexTerms } from '../../text/analyser.js';
import { countTerms, type TermWeight, termVector } from '../term-vector.js';
import { findCandidates, type SentenceCandidate } from './candidates.js';
import { readSentences } from './read-sentences.js';
import type { StorySentence } from './story-sentences.js';
import { Telling } from './telling.js';
import { adds, score, TELLING_WEIGHTS, type TellingWeights } from './telling-weights.js';

/**
 * Selects the sentences that together tell a story, in the order in which they are read. The first one says
 * what happened; each other adds something that is not said yet.
 *
 * @param articles the articles of one story, without copies
 * @param limit the most sentences; fewer are returned if no others add something
 */
export function selectKeySentences(
  articles: readonly ArchivedArticle[],
  limit: number,
  weight: TermWeight,
  weights: TellingWeights = TELLING_WEIGHTS,
): StorySentence[] {
  const chosen = selectFrom(startTelling(articles, weight), limit, weights);
  return inReadingOrder(chosen).map(({ article, sentence }) => ({ article, sentence }));
}

/** The same, of a telling in which nothing is told yet; in the order of choice. */
export function selectFrom(
  telling: Telling,
  limit: number,
  weights: TellingWeights,
): readonly SentenceCandidate[] {
  while (telling.chosen.length < limit) {
    const best = bestNext(telling, weights);
    if (best === null) break;
    telling.choose(best);
  }
  return telling.chosen;
}

export function startTelling(articles: readonly ArchivedArticle[], weight: TermWeight): Telling {
  const sentences = readSentences(articles, weight);
  const titles = new Map(
    articles.map((article) => [article, termVector(countTerms(indexTerms(article.title ?? '')), weight)]),
  );
  return new Telling(
    sentences,
    findCandidates(sentences, (article) => titles.get(article) ?? new Map()),
  );
}

/** The best sentence to tell next; more words of a text that is quoted already have to add enough. */
function bestNext(telling: Telling, weights: TellingWeights): SentenceCandidate | null {
  const { chosen } = telling;
  let best: SentenceCandidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { candidate, features } of telling.next()) {
    const value = score(features, chosen.length === 0 ? weights.opening : weights.adding);
    const isQuoted = chosen.some(({ article }) => article === candidate.article);
    if (value > most && (!isQuoted || adds(value, weights))) [best, most] = [candidate, value];
  }
  return best;
}

/** The order in which they were chosen, but a sentence that continues another right after it. */
function inReadingOrder(chosen: readonly SentenceCandidate[]): SentenceCandidate[] {
  const order: SentenceCandidate[] = [];
  for (const each of chosen) {
    const before = order.findLastIndex(
      ({ article, sentence }) => article === each.article && sentence.number < each.sentence.number,
    );
    const after = order.findIndex(
      ({ article, sentence }) => article === each.article && sentence.number > each.sentence.number,
    );
    if (before >= 0) order.splice(before + 1, 0, each);
    else if (after >= 0) order.splice(after, 0, each);
    else order.push(each);
  }
  return order;
}
