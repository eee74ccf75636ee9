import type { Evidence } from '../../../src/answer/answerability/features.js';
import { likelyValues } from '../../../src/answer/extraction/values.js';
import { selectQuotes } from '../../../src/answer/quotes/select.js';
import type { RankedSentence } from '../../../src/answer/ranking/rank.js';

/** What a verdict is reached by: a ranking, with its values and the first quote. */
export function evidenceOf(ranked: readonly RankedSentence[]): Evidence {
  const [quote] = selectQuotes(ranked, 1, 0);
  return { ranked, values: likelyValues(ranked), quote };
}
