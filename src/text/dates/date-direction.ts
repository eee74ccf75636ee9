/** Where the words before a date point: "will meet on …", "since …". */
export type Direction = 'ahead' | 'back' | 'either';

/** The number of characters before a date that are looked at. */
const CONTEXT = 80;

/** Words right before a date that tell in which direction it is. */
const JUST_BEFORE_AHEAD =
  /\b(?:by|until|till|starting|beginning|begins|opens|upcoming|coming|next)\s+(?:(?:on|at|late|early|the)\s+)*$/i;
const JUST_BEFORE_BACK = /\b(?:since|last|past|said|announced|reported)\s+(?:(?:on|late|early|the)\s+)*$/i;

/** Words in the clause before a date that refer to the future or to the past. */
const TO_COME =
  /\b(?:will|won['’]t|would|shall|could|expected|scheduled|slated|set (?:to|for)|due(?! to)|plan(?:s|ned|ning)? (?:to|for)|hopes? to|intends? to|aims? to|(?:is|are) to)\b|['’]ll\b/gi;
const GONE_BY = /\b(?:was|were|had|did|been)\b/gi;
const PAST_PARTICIPLE = /\b\w{2,}ed\b/i;

/** The start of the clause before a date: text further left does not tell when. */
const CLAUSE_START =
  /^.*(?:[,;:—–"“”()]|\b(?:said|says|told|announced|reported|tweeted|wrote|added|warned|confirmed|declared|after)\b)/is;

/** Tells whether the words before the date at an offset refer to the future or the past. */
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
