import { type ScoredSentence, SENTENCES_ASKED } from './best-spans.js';
import { scoredSpans } from './span-model.js';

/** What a point of a span's score is worth in points of the ranking: fitted over the first five of squad's, the dossiers' and news' questions. */
const WORTH = 0.4;

/**
 * Orders the first five of ranked sentences anew: those that hold words which suit the question well rise. To look so closely
 * at all eighty candidates would take too long.
 */
export function preferAnswering<Sentence extends ScoredSentence>(ranked: readonly Sentence[]): Sentence[] {
  const rest = ranked.slice(SENTENCES_ASKED);
  const asked = ranked
    .slice(0, SENTENCES_ASKED)
    .map((item) => ({ item, suits: scoredSpans(item.candidate)[0]?.score ?? 0 }));
  const suitsBest = Math.max(0, ...asked.map(({ suits }) => suits));
  const least = rest[0]?.score ?? Number.NEGATIVE_INFINITY;
  return [
    ...asked
      .map(({ item, suits }) => ({
        ...item,
        score: Math.max(least, item.score - WORTH * (suitsBest - suits)),
      }))
      .sort((a, b) => b.score - a.score),
    ...rest,
  ];
}
