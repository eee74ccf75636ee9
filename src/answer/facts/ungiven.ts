import type { Fact } from './fact.js';
import { kindUngiven } from './kind-ungiven.js';
import { onlyMentioned } from './only-mentioned.js';
import { unsaidPlainly } from './plain-words.js';
import { nameUngiven, roleUnbound } from './role.js';
import { noSuccessor } from './successor.js';
import { unsaid } from './unsaid.js';
import { victimsUncounted } from './victims.js';

/**
 * What is asked for is of a sort that is told beside what it is asked of, and is not: the name of a contractor, the model of a
 * drone, the next holder of an office, a birthplace, the words of somebody who does not speak. Each of these is rare and nearly
 * always right: together there are enough of them to learn how much they tell.
 */
export const ungiven: Fact = (best, ranked) =>
  Math.max(
    ...[
      nameUngiven,
      kindUngiven,
      onlyMentioned,
      roleUnbound,
      noSuccessor,
      unsaid,
      unsaidPlainly,
      victimsUncounted,
    ].map((fact) => fact(best, ranked)),
  );
