import type { AnalysedText } from '../analysed-text.js';
import type { Run } from './phrases.js';

const DAY_OR_MONTH =
  /(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)/
    .source;
const CALENDAR = new RegExp(
  [
    `(?:(?:next|last|this|early|late|mid-) ?)?${DAY_OR_MONTH}(?: (?:morning|afternoon|evening|night))?`,
    '(?:next|last|this|the (?:previous|following|same)) (?:week|month|year|weekend|summer|winter|spring|autumn|night)',
    "yesterday|today|tonight|tomorrow|New Year['’]s (?:Eve|Day)",
    '(?:the )?(?:(?:early|late|mid-?) ?)?\\d{4}s|\\d+(?:st|nd|rd|th) century',
  ]
    .map((form) => `\\b(?:${form})\\b`)
    .join('|'),
  'g',
);

/** Days, months and times that are no exact dates: "last Friday night", "the 1970s", "next week". */
export function calendarRuns({ text, tokens }: AnalysedText): Run[] {
  return [...text.matchAll(CALENDAR)].flatMap((match) => {
    const end = match.index + match[0].length;
    const first = tokens.findIndex((token) => token.start >= match.index);
    let last = first;
    while ((tokens[last + 1]?.end ?? Infinity) <= end) last += 1;
    return first >= 0 && (tokens[first]?.start ?? end) < end ? [{ first, last }] : [];
  });
}
