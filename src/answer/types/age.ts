import type { AnalysedText } from '../../text/analysed-text.js';
import { quantityAt } from './figures.js';
import { unitOf } from './units.js';
import {
  type AnswerTypeModule,
  LIKELY,
  quantitiesOf,
  SURE,
  spanAt,
  type ValueSpan,
  wordsOf,
} from './value-span.js';

const OLD = /^(?:[\s-]olds?\b| of age\b)/;
/** After a word that says so, or between commas after a name. */
const AGE =
  /\b(?:aged? (?:of )?|turned |turning )?(?<years>\d{1,3})\b(?![.,]?\d|[\s-]?(?:%|years?\b|months?\b|percent\b))/g;
const OLDEST = 120;

/** "How old was he?" */
export const age: AnswerTypeModule = {
  type: 'age',
  wanted: 'an age',
  spans: ageSpans,
  canonical: (span, { sentence }) => {
    const value = quantityAt(sentence, span)?.value;
    if (value === undefined || value === null) return wordsOf(sentence, span);
    const unit = unitOf(wordsOf(sentence, span).replace(/[\s-](?:olds?|of age)$/, ''))?.unit ?? 'year';
    return unit === 'year' ? String(value) : `${value} ${unit}`;
  },
};

/** "45 years old", "the four-year-old", "aged 45", "Smith, 45,". */
function ageSpans(sentence: AnalysedText): ValueSpan[] {
  const { text } = sentence;
  const old = quantitiesOf(sentence, { duration: SURE }).flatMap(({ start, end }) => {
    const words = OLD.exec(text.slice(end))?.[0];
    return words === undefined ? [] : (spanAt(sentence, start, end + words.length, SURE) ?? []);
  });
  const others = [...text.matchAll(AGE)].flatMap((match) => {
    const end = match.index + match[0].length;
    const isApposition =
      /, $/.test(text.slice(0, match.index)) &&
      /^[,.]/.test(text.slice(end)) &&
      Number(match.groups?.years) <= OLDEST;
    const isExplicit = /age|turn/.test(match[0]);
    if (!isExplicit && !isApposition) return [];
    return spanAt(sentence, match.index, end, isExplicit ? SURE : LIKELY) ?? [];
  });
  return [...old, ...others];
}
