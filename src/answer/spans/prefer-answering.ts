import { type ScoredSentence, SENTENCES_ASKED } from './best-spans.js';
import { scoredSpans } from './span-model.js';

/** What a point of a span's score is worth in points of the ranking: fitted over the first five of squad's, the dossiers' and news' questions. */
const WORTH = 0.4;

/**
 * Orders ranked sentences anew: of the first five, those rise that hold words which suit the question well. The others, which
 * it would take too long to look at so closely, are thought to be as good as these are on average.
 */
export function preferAnswering<Sentence extends ScoredSentence>(ranked: readonly Sentence[]): Sentence[] {
  const suits = ranked
    .slice(0, SENTENCES_ASKED)
    .map(({ candidate }) => scoredSpans(candidate)[0]?.score ?? 0);
  const best = Math.max(0, ...suits);
  const usual = suits.reduce((sum, score) => sum + score, 0) / Math.max(1, suits.length);
  return ranked
    .map((item, rank) => ({ ...item, score: item.score - WORTH * (best - (suits[rank] ?? usual)) }))
    .sort((a, b) => b.score - a.score);
}
