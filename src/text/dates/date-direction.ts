/** Which way the words before a date look: "will meet on …", "since …". */
export type Direction = 'ahead' | 'back' | 'either';

/** How many characters before a date are looked at. */
const CONTEXT = 80;

/** Words right before a date that tell which way it lies. */
const JUST_BEFORE_AHEAD =
  /\b(?:by|until|till|starting|beginning|begins|opens|upcoming|coming|next)\s+(?:(?:on|at|late|early|the)\s+)*$/i;
const JUST_BEFORE_BACK = /\b(?:since|last|past|said|announced|reported)\s+(?:(?:on|late|early|the)\s+)*$/i;

/** Words of the clause before a date that speak of what is to come, and those that speak of what was. */
const TO_COME =
  /\b(?:will|won['’]t|would|shall|could|expected|scheduled|slated|set (?:to|for)|due(?! to)|plan(?:s|ned|ning)? (?:to|for)|hopes? to|intends? to|aims? to|(?:is|are) to)\b|['’]ll\b/gi;
const GONE_BY = /\b(?:was|were|had|did|been)\b/gi;
const PAST_PARTICIPLE = /\b\w{2,}ed\b/i;

/** Where the clause before a date begins: what stands further left does not tell when. */
const CLAUSE_START =
  /.*(?:[,;:—–"“”()]|\b(?:said|says|told|announced|reported|tweeted|wrote|added|warned|confirmed|declared|after)\b)/is;

/** Which way the words before the date at an offset look. */
export function directionBefore(text: string, at: number): Direction {
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  if (JUST_BEFORE_AHEAD.test(before)) return 'ahead';
  if (JUST_BEFORE_BACK.test(before)) return 'back';
  const clause = before.replace(CLAUSE_START, '');
  const toCome = lastIndex(clause, TO_COME);
  const goneBy = lastIndex(clause, GONE_BY);
  if (toCome > goneBy) return 'ahead';
  return goneBy >= 0 || PAST_PARTICIPLE.test(clause) ? 'back' : 'either';
}

function lastIndex(text: string, pattern: RegExp): number {
  return Array.from(text.matchAll(pattern)).at(-1)?.index ?? -1;
}
