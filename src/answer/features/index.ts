import type { Feature } from '../candidate.js';
import * as kind from './answer-kind.js';
import * as coverage from './coverage.js';
import * as meaning from './meaning.js';
import * as order from './order.js';
import * as place from './place.js';
import { fitsStatement, speakerNamedBefore } from './statement.js';
import * as time from './time.js';

/** All features by the names under which weights.json and explanations know them. */
export const FEATURES = {
  coverage: coverage.coverage,
  sameFormCoverage: coverage.sameFormCoverage,
  termShare: coverage.termShare,
  complete: coverage.complete,
  windowCoverage: coverage.windowCoverage,
  passageCoverage: coverage.passageCoverage,
  articleCoverage: coverage.articleCoverage,
  contextCoverage: coverage.contextCoverage,
  nextCoverage: coverage.nextCoverage,
  titleCoverage: coverage.titleCoverage,
  particularAbsent: coverage.particularAbsent,
  verbCoverage: coverage.verbCoverage,
  nounCoverage: coverage.nounCoverage,
  adjectiveCoverage: coverage.adjectiveCoverage,
  rarestTerm: coverage.rarestTerm,
  focusMatch: coverage.focusMatch,
  density: coverage.density,
  wordShare: order.wordShare,
  pairShare: order.pairShare,
  tripleShare: order.tripleShare,
  commonSubsequence: order.commonSubsequence,
  nearPairs: order.nearPairs,
  pairsApart: order.pairsApart,
  negation: order.negation,
  nearWords: meaning.nearWords,
  nearVerbs: meaning.nearVerbs,
  nearFocus: meaning.nearFocus,
  nearPassage: meaning.nearPassage,
  nearPrevious: meaning.nearPrevious,
  nearNext: meaning.nearNext,
  gist: meaning.gist,
  kindOfFocus: meaning.kindOfFocus,
  passageGist: meaning.passageGist,
  passageScore: place.passageScore,
  passageRank: place.passageRank,
  sentenceScore: place.sentenceScore,
  bestOfPassage: place.bestOfPassage,
  gapInPassage: place.gapInPassage,
  length: place.length,
  veryShort: place.veryShort,
  lead: place.lead,
  early: place.early,
  opensParagraph: place.opensParagraph,
  closesParagraph: place.closesParagraph,
  timely: time.timely,
  fresh: time.fresh,
  asks: place.asks,
  dangling: place.dangling,
  danglingResolved: place.danglingResolved,
  fitsCount: kind.fitFor('count'),
  fitsAmount: kind.fitFor('money', 'percent', 'measure'),
  fitsDate: kind.fitFor('date'),
  fitsSpan: kind.fitFor('span', 'age'),
  fitsPerson: kind.fitFor('person'),
  fitsPlace: kind.fitFor('place'),
  fitsOrganisation: kind.fitFor('organisation'),
  fitsReason: kind.fitFor('reason', 'consequence'),
  fitsManner: kind.fitFor('manner'),
  fitsDefinition: kind.fitFor('definition'),
  fitsStatement,
  speakerNamedBefore,
  fitsThing: kind.fitFor('thing'),
  nothingWanted: kind.nothingWanted,
  nearSpan: kind.nearSpan,
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof FEATURES;

/** In the order of all feature vectors. */
// Object.keys types its result as plain strings; these are the keys of a constant.
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];
