import type { Mention } from '../extraction/mention.js';
import type { CandidateValue } from '../extraction/values.js';
import type { Quote } from '../quotes/select.js';
import { FEATURE_NAMES, type FeatureName } from '../ranking/features/index.js';
import type { RankedSentence } from '../ranking/rank.js';
import { PROSE_TYPES } from '../types/index.js';

/** What tells whether the archive answers, and whether the best sentence does. */

export interface Evidence {
  /** Best first; never empty. */
  readonly ranked: readonly RankedSentence[];
  /** The values with their chances, likeliest first. */
  readonly values: readonly Pick<CandidateValue, 'mention' | 'probability' | 'support'>[];
  /** The first quote. */
  readonly quote: Quote | undefined;
}

type AnswerabilityFeature = (evidence: Evidence, best: RankedSentence) => number;

/** Scores of the ranking come to tens. */
const SCORE_SCALE = 10;

const featureOf = (name: FeatureName): AnswerabilityFeature => {
  const at = FEATURE_NAMES.indexOf(name);
  return (_, best) => best.features[at] ?? 0;
};

export const ANSWERABILITY_FEATURES = {
  always: () => 1,
  score: (_, { score }) => score / SCORE_SCALE,
  titleCoverage: featureOf('titleCoverage'),
  focusMatch: featureOf('focusMatch'),
  pairShare: featureOf('pairShare'),
  timely: featureOf('timely'),
  particularAbsent: featureOf('particularAbsent'),
  undated: (_, { article, matcher }) =>
    matcher.period.asked === null || (article.published ?? article.added) === null ? 1 : 0,
  archiveSize: (_, { matcher }) => Math.log10(1 + matcher.passageCount) / 6,
  isProse: (_, { matcher }) => (PROSE_TYPES.has(matcher.question.type) ? 1 : 0),
  noValue: ({ values }, { matcher }) =>
    values.length === 0 && !PROSE_TYPES.has(matcher.question.type) ? 1 : 0,
  support: ({ values }) => values[0]?.support.share ?? 0,
  agreement: ({ values }) => values[0]?.support.agreement ?? 0,
  valueChance: ({ values }) => values[0]?.probability ?? 0,
  valueInQuote: ({ values, quote }) =>
    values.find(({ mention }) => quote !== undefined && isQuoted(mention, quote))?.probability ?? 0,
  quoteChance: ({ quote }) => quote?.chance ?? 0,
} as const satisfies Readonly<Record<string, AnswerabilityFeature>>;

function isQuoted({ sentence: { article, sentence } }: Mention, { snippet }: Quote): boolean {
  return (
    article.id === snippet.source.article &&
    snippet.first <= sentence.number &&
    sentence.number <= snippet.last
  );
}

export type AnswerabilityFeatureName = keyof typeof ANSWERABILITY_FEATURES;

/** What tells whether the archive answers at all, and what tells whether the first quote does: learned apart, both learn better. */
export const SPEAKS_FOR = {
  answerable: [
    'always',
    'score',
    'titleCoverage',
    'focusMatch',
    'pairShare',
    'timely',
    'undated',
    'archiveSize',
    'isProse',
    'noValue',
    'support',
    'agreement',
  ],
  right: [
    'always',
    'score',
    'titleCoverage',
    'particularAbsent',
    'undated',
    'archiveSize',
    'isProse',
    'noValue',
    'valueChance',
    'valueInQuote',
    'quoteChance',
  ],
} as const satisfies Readonly<Record<string, readonly AnswerabilityFeatureName[]>>;

// Object.keys types its result as plain strings; these are the keys of a constant.
export const ANSWERABILITY_FEATURE_NAMES = Object.keys(
  ANSWERABILITY_FEATURES,
) as readonly AnswerabilityFeatureName[];

/** The features in the order of ANSWERABILITY_FEATURE_NAMES; null where nothing was found. */
export function answerabilityFeatures(evidence: Evidence): number[] | null {
  const [best] = evidence.ranked;
  if (best === undefined) return null;
  return ANSWERABILITY_FEATURE_NAMES.map((name) => ANSWERABILITY_FEATURES[name](evidence, best));
}
