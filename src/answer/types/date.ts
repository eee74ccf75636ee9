import type { AnalysedText } from '../../text/analysed-text.js';
import { type ResolvedDate, resolveDates } from '../../text/dates/dates.js';
import type { Question } from '../question/question.js';
import { quantityAt } from './figures.js';
import {
  type AnswerTypeModule,
  LIKELY,
  POSSIBLE,
  quantitiesOf,
  SURE,
  spanAt,
  UNLIKELY,
  type ValueSpan,
  wordsOf,
} from './value-span.js';

/** May is a verb as well, and a name: it is a month after one of the words before it. */
const CALENDAR =
  /\b(?:(?<=\b(?:in|since|until|till|by|from|of|early|late|mid|last|next|this|through|during|before|after) |\bmid-)May|(?:next |last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|week|month|year|weekend)(?: (?:morning|afternoon|evening|night))?|yesterday|today|tonight|tomorrow|New Year['’]s (?:Eve|Day)|the \d{4}s|(?:early|mid|late)[- ]\d{4}s?)\b/gi;

/** "In which year", "year of the flood"; not "what happened last year". */
const ASKS_YEAR =
  /\b(?:what|which)\s+years?\b|(?<!\b(?:last|this|next|a|per|the)\s+)\byear (?:of|did|was)\b/i;

/** "When was the vote?" */
export const date: AnswerTypeModule = {
  type: 'date',
  wanted: 'a date or time',
  spans: dateSpans,
  canonical: (span, { sentence, published }) => {
    const days = datesIn(sentence, published).find(({ start, end }) => start < span.end && span.start < end);
    const words = wordsOf(sentence, span).toLowerCase();
    if (days === undefined) return words;
    const day = days.from === days.to ? days.from : `${days.from}/${days.to}`;
    return quantityAt(sentence, span)?.kind === 'clock' ? `${day} ${words}` : day;
  },
};

interface DatesOfSentence {
  readonly published: string | null;
  readonly dates: readonly ResolvedDate[];
}

const resolved = new WeakMap<AnalysedText, DatesOfSentence>();

/** The dates of a sentence, resolved once for all its spans. */
function datesIn(sentence: AnalysedText, published: string | null): readonly ResolvedDate[] {
  const known = resolved.get(sentence);
  if (known?.published === published) return known.dates;
  const dates = resolveDates(sentence.text, published);
  resolved.set(sentence, { published, dates });
  return dates;
}

function dateSpans(sentence: AnalysedText, { text }: Question): ValueSpan[] {
  const asksYear = ASKS_YEAR.test(text);
  const exact = quantitiesOf(sentence, {
    date: asksYear ? UNLIKELY : SURE,
    year: SURE,
    clock: asksYear ? 0 : POSSIBLE,
  });
  const loose = [...sentence.text.matchAll(CALENDAR)].flatMap((match) => {
    const isBare = /^(?:week|month|year|weekend|march|may)$/i.test(match[0]) && !/^[A-Z]/.test(match[0]);
    if (isBare || asksYear) return [];
    return spanAt(sentence, match.index, match.index + match[0].length, LIKELY) ?? [];
  });
  return [
    ...exact,
    ...loose.filter((span) => !exact.some((other) => span.start < other.end && other.start < span.end)),
  ];
}
