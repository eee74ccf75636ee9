import type { Candidate } from '../candidate.js';
import { type Fact, LOOKED_AT, namesAtHand } from './fact.js';

/**
 * Matters of which news tells in the same few words every time: where none of these is beside the question's names, nothing is
 * told of it. Of most other matters it tells in many ways, and a missing word says little.
 */
const MATTERS: readonly { readonly asks: RegExp; readonly tells: RegExp }[] = [
  {
    asks: /\b(?:born|birth(?:day|place|date)|gr(?:ew|ow|own) up)\b/,
    tells: /\b(?:born|birth\w*|native|raised|gr(?:ew|owing|own) up|childhood)\b/,
  },
  {
    asks: /\b(?:go|went|gone) to (?:\w+ )?(?:college|school|university|uni)\b|\bstud(?:y|ied)(?: \w+)?\??$|\b(?:graduated?|degree)\b|\b(?:college|school|university) (?:did|does)\b.*\b(?:go|attend|graduate|study)\b/,
    tells:
      /\b(?:stud(?:y|ied|ying|ent|ents)|graduat\w+|degree|educated|attended|alumn\w+|diploma|college|university)\b/,
  },
  {
    asks: /\b(?:wife|husband|wives|spouse|married|marry)\b/,
    tells: /\b(?:wife|husband|wives|spouse|partner|marr\w+|wed\w*|couple|widow\w*|divorce\w*)\b/,
  },
  {
    asks: /\b(?:how many|have|has|any) (?:children|kids|sons|daughters|brothers|sisters|siblings)\b/,
    tells: /\b(?:child(?:ren)?|kids?|sons?|daughters?|brothers?|sisters?|siblings|father|mother|parents)\b/,
  },
  {
    asks: /\b(?:buried|burial|laid to rest|interred)\b/,
    tells: /\b(?:bur(?:y|ied|ial)|laid to rest|interred|cemeter\w+|grave\w*|tomb)\b/,
  },
  { asks: /\b(?:executed|hanged)\b/, tells: /\b(?:execut\w+|hang(?:ed|ing)?|put to death)\b/ },
  {
    asks: /\b(?:population|inhabitants)\b|\bpeople live in\b/,
    tells:
      /\b(?:population|populous|inhabitants|residents|home to|people (?:who )?liv\w+|million people|(?:city|town) of (?:about |some )?[\d.])/,
  },
  {
    asks: /\b(?:was|were|been|got|how many)\b.*\b(?:hurt|injured|wounded)\b/,
    tells: /\b(?:hurt\w*|injur\w+|wound\w*|hospital\w*|harmed|unhurt|unharmed|casualties)\b/,
  },
  {
    asks: /\bprices?\b/,
    tells:
      /\b(?:pric\w+|costs?|cheap\w*|expensive|worth|barrel|dollars|euros|pounds|cents|inflation|trad(?:ed|ing))\b|[$€£]/,
  },
  {
    asks: /\b(?:shares|stocks?|share price)\b/,
    tells: /\b(?:shares?|stocks?|shareholders?|investors?|trad(?:ed|ing)|index|markets?)\b/,
  },
  {
    asks: /\b(?:salary|earn|net worth|paid per|get paid)\b/,
    tells: /\b(?:salar\w+|earn\w*|worth|paid|pay|wages?|income|fortune)\b|[$€£]/,
  },
  {
    asks: /\b(?:apologi[sz]\w*|say sorry|said sorry)\b/,
    tells: /\b(?:apolog\w+|sorry|regret\w*|forgive\w*)\b/,
  },
  {
    asks: /\bwhen did\b.*\bbecome\b|\b(?:year|date) did\b.*\bbecome\b|\btake office\b|\bcome to power\b/,
    tells:
      /\b(?:bec[ao]me|elected|appointed|named|inaugurat\w+|sworn|took (?:office|over|power)|c[ao]me to power|since|in office)\b/,
  },
  {
    asks: /\bhow long (?:has|have|had)\b/,
    tells: /\b(?:since|years?|decades?|months?|weeks?|days?|hours?|minutes?|longest|longtime)\b/,
  },
  {
    asks: /\bwho (?:was|ran|led|held)\b.*\bbefore\b/,
    tells: /\b(?:predecessor|previous\w*|succe(?:ed|ss)\w*|replac\w+|took over|until)\b/,
  },
  {
    asks: /\b(?:how (?:tall|deep|wide|heavy)|weigh)\b/,
    tells:
      /\b(?:feet|foot|inch(?:es)?|(?:centi|kilo)?met(?:er|re)s?|miles?|mph|kph|yards?|tons?|tonnes?|pounds|kilos?|kilograms?|weigh\w*)\b/,
  },
  {
    asks: /\b(?:when|year)\b.*\bbuilt\b/,
    tells: /\b(?:buil[dt]\w*|construct\w*|complet\w*|open(?:ed|ing)|old)\b/,
  },
  { asks: /\bterm (?:end|expire)s?\b/, tells: /\b(?:term|expires?|until)\b/ },
  {
    asks: /\bfounded\b/,
    tells: /\b(?:found\w+|establish\w+|creat\w+|form(?:ed|ation)|start\w*|launch\w*|set up|began|since)\b/,
  },
];

/** The question asks of one of these matters, and none of the best candidates has one of its words where its names are. */
export const unsaidPlainly: Fact = (best, ranked) => {
  const asked = best.candidate.matcher.question.text.toLowerCase();
  const looked = ranked.slice(0, LOOKED_AT).map(({ candidate }) => candidate);
  return MATTERS.some(
    ({ asks, tells }) => asks.test(asked) && !looked.some((candidate) => isTold(candidate, tells)),
  )
    ? 1
    : 0;
};

function isTold(candidate: Candidate, words: RegExp): boolean {
  return namesAtHand(candidate) && words.test(candidate.analysed.text.toLowerCase());
}
