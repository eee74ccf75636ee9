import { apposition, isObject, isSubject, near, within } from './beside.js';
import { countsHead, countsOther } from './counting.js';
import * as meaning from './meaning.js';
import { boundNear, elsewhere, inClause, nearness } from './nearness.js';
import * as overlap from './overlap.js';
import type { Relation } from './relation.js';

/** All relations by the names under which the weights know them. */
export const RELATIONS = {
  veryNear: nearness(2),
  near: nearness(4),
  ratherNear: nearness(12),
  elsewhere,
  inClause,
  boundNear,
  verbNear: near('verbs'),
  verbBefore: within('verbs', -8, -1),
  verbAfter: within('verbs', 1, 8),
  isSubject,
  isObject,
  headNear: near('head'),
  headJustBefore: within('head', -2, -1),
  headJustAfter: within('head', 1, 2),
  headAfter: within('head', 1, 8),
  apposition,
  modifiersNear: near('modifiers'),
  namesNear: near('names'),
  nameJustBefore: within('names', -2, -1),
  nameJustAfter: within('names', 1, 2),
  matchJustBefore: within('places', -1, -1),
  matchJustAfter: within('places', 1, 1),
  matchBefore: within('places', -3, -2),
  inQuestion: overlap.inQuestion,
  allInQuestion: overlap.allInQuestion,
  endsInQuestion: overlap.endsInQuestion,
  holdsHead: overlap.holdsHead,
  endsWithHead: overlap.endsWithHead,
  beginsWithHead: overlap.beginsWithHead,
  countsHead,
  countsOther,
  lastLikeHead: meaning.lastLikeHead,
  anyLikeHead: meaning.anyLikeHead,
  likeHeadBefore: meaning.likeHeadBefore,
  likeHeadAfter: meaning.likeHeadAfter,
  likeLackingNear: meaning.likeLackingNear,
} as const satisfies Readonly<Record<string, Relation>>;

export type RelationName = keyof typeof RELATIONS;

// Object.keys types its result as plain strings; these are the keys of a constant.
export const RELATION_NAMES = Object.keys(RELATIONS) as readonly RelationName[];
