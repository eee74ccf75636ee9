import type { AnswerType } from '../question/answer-type.js';
import { age } from './age.js';
import { count } from './count.js';
import { date } from './date.js';
import { duration } from './duration.js';
import { measure } from './measure.js';
import { money } from './money.js';
import { organisation } from './organisation.js';
import { percent } from './percent.js';
import { person } from './person.js';
import { place } from './place.js';
import { prose } from './prose.js';
import { thing } from './thing.js';
import type { AnswerTypeModule } from './value-span.js';

/** One module a type: all that is particular to it. */
export const TYPES: Readonly<Record<AnswerType, AnswerTypeModule>> = {
  count,
  money,
  percent,
  measure,
  date,
  duration,
  age,
  person,
  organisation,
  place,
  thing,
  reason: prose(
    'reason',
    'a reason',
    /\b(?:because|since|due to|after|as a result|owing to|thanks to|in order to|so that|caused|reason|blamed?|citing|amid|over|following|in response)\b/i,
  ),
  manner: prose('manner', 'how something is done', /\b(?:by|using|through|with|via)\b/i),
  definition: prose(
    'definition',
    'who or what something is',
    /\b(?:is|was|are|were) (?:a|an|the)\b|, (?:a|an|the|who|which)\b|known as|means/i,
  ),
  statement: prose(
    'statement',
    'what somebody said',
    /\b(?:said|says|told|tweeted|wrote|added|called|described|announced|asked|warned)\b|["“”]/i,
  ),
  event: prose('event', 'what happened', null),
  'yes or no': prose('yes or no', 'whether something is so', null),
};

/** Types whose answers take a whole clause: they have no values. */
export const PROSE_TYPES: ReadonlySet<AnswerType> = new Set<AnswerType>([
  'reason',
  'manner',
  'definition',
  'statement',
  'event',
  'yes or no',
]);
