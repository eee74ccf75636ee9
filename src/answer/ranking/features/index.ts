import * as coverage from './coverage.js';
import type { Feature } from './feature.js';
import * as meaning from './meaning.js';
import * as order from './order.js';
import * as position from './position.js';
import * as time from './time.js';
import * as type from './type.js';

/** All features by the names under which weights.json and explanations know them. */
export const FEATURES = {
  sameFormCoverage: coverage.sameFormCoverage,
  windowCoverage: coverage.windowCoverage,
  articleCoverage: coverage.articleCoverage,
  previousCoverage: coverage.previousCoverage,
  titleAdds: coverage.titleAdds,
  titleCoverage: coverage.titleCoverage,
  particularAbsent: coverage.particularAbsent,
  verbCoverage: coverage.verbCoverage,
  nounCoverage: coverage.nounCoverage,
  focusMatch: coverage.focusMatch,
  wordShare: order.wordShare,
  pairShare: order.pairShare,
  nearWords: meaning.nearWords,
  nearVerbs: meaning.nearVerbs,
  kindOfFocus: meaning.kindOfFocus,
  titleGist: meaning.titleGist,
  passageGist: meaning.passageGist,
  passageScore: position.passageScore,
  sentenceScore: position.sentenceScore,
  veryShort: position.veryShort,
  early: position.early,
  opensParagraph: position.opensParagraph,
  asks: position.asks,
  timely: time.timely,
  fresh: time.fresh,
  recent: time.recent,
  holdsCount: type.holdsCount,
  holdsAmount: type.holdsAmount,
  holdsDate: type.holdsDate,
  holdsPerson: type.holdsPerson,
  holdsPlace: type.holdsPlace,
  cueOfStatement: type.cueOfStatement,
  cueOfDefinition: type.cueOfDefinition,
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof FEATURES;

// Object.keys types its result as plain strings; these are the keys of a constant.
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];
