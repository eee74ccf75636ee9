import type { RankedSentence } from '../ranking/rank.js';
import { gatherMentions, supportOf } from './gather.js';
import type { Mention, Support } from './mention.js';
import { eachEvidence } from './value-features.js';
import weights from './weights.json' with { type: 'json' };

/** A value that may answer, with all places where it is said. */
export interface CandidateValue {
  readonly canonical: string;
  /** The place that speaks most for it. */
  readonly mention: Mention;
  readonly mentions: readonly Mention[];
  readonly support: Support;
  /** The chance that it answers, 0 to 1. */
  readonly probability: number;
}

/** What each piece of evidence counts, by its name. */
export type ValueWeights = Readonly<Record<string, number>>;

/** The values in the best sentences, likeliest first, those that mean the same merged. */
export function likelyValues(
  ranked: readonly RankedSentence[],
  learned: ValueWeights = weights,
): CandidateValue[] {
  const mentions = gatherMentions(ranked);
  const support = supportOf(mentions);
  const values = new Map<
    string,
    { mention: Mention; mentions: Mention[]; support: Support; score: number }
  >();
  for (const mention of mentions) {
    const of = support.get(mention.canonical);
    if (of === undefined) continue;
    let score = 0;
    eachEvidence(mention, of, (name, value) => {
      score += (learned[name] ?? 0) * value;
    });
    const known = values.get(mention.canonical);
    if (known === undefined)
      values.set(mention.canonical, { mention, mentions: [mention], support: of, score });
    else {
      // Two types may take the same words: "Washington" as a person and as a place.
      if (!known.mentions.some((other) => overlap(other, mention))) known.mentions.push(mention);
      if (score > known.score) Object.assign(known, { mention, score });
    }
  }
  return [...values]
    .map(([canonical, { mention, mentions, support, score }]) => ({
      canonical,
      mention,
      mentions,
      support,
      probability: 1 / (1 + Math.exp(-score)),
    }))
    .sort((a, b) => b.probability - a.probability || (a.canonical < b.canonical ? -1 : 1));
}

/** A sentence that has so much less of the question than the one that has most of it is about something else. */
const FAR_LESS = 0.3;

/** The values that stand in the best sentence, or in one that has about as much of the question as any. */
export function wellPlaced(
  values: readonly CandidateValue[],
  ranked: readonly RankedSentence[],
): CandidateValue[] {
  const coverage = ({ matcher, evidence }: RankedSentence): number => matcher.coverage(evidence.strengths);
  const most = ranked.reduce((best, sentence) => Math.max(best, coverage(sentence)), 0);
  return values.filter(
    ({ mention: { rank, sentence } }) => rank === 0 || coverage(sentence) >= most - FAR_LESS,
  );
}

function overlap({ sentence, span }: Mention, other: Mention): boolean {
  return sentence === other.sentence && span.start < other.span.end && other.span.start < span.end;
}
