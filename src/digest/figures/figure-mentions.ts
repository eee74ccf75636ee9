import { TYPES } from '../../answer/types/index.js';
import type { ArchivedArticle } from '../../archive/passage.js';
import { type AnalysedText, analyseText } from '../../text/analysed-text.js';
import { addDays } from '../../text/dates/calendar.js';
import { resolveDates } from '../../text/dates/dates.js';
import { isNegation } from '../../text/lexicon/negations.js';
import type { Quantity } from '../../text/quantities.js';
import { dayOfArticle } from '../schedule/period.js';
import type { StorySentence } from '../telling/story-sentences.js';
import { type Tallied, talliedBy } from './tallies.js';

/** A figure that an article gives for its event. */
export interface FigureMention extends StorySentence {
  /** As it is printed, with the words that it counts: "about 180 legislators". */
  readonly value: string;
  /** The number; two mentions with the same canonical form give the same value. */
  readonly number: number;
  readonly canonical: string;
  readonly tallied: Tallied;
  /** Terms of whom it counts, if they are not just people: "children". */
  readonly counted: ReadonlySet<string>;
  /** Terms of the sentence that tell of which event it speaks. */
  readonly about: ReadonlySet<string>;
  /** Places that the sentence names, folded. */
  readonly places: ReadonlySet<string>;
}

/** News gives the toll of the day's event early; further down stand those of other events. Votes are counted late. */
const SENTENCES_READ = { toll: 12, votes: 30 };
/** Fewer votes are those of a part. */
const FEWEST_VOTES = 20;
/** A sentence whose dates are all further back than this is about another event. */
const BACKGROUND_DAYS = 3;
/** The figure is of a longer time, of a part, of more events than one, or of what did not happen. */
const OTHER_SCOPE =
  /\b(?:so far this|this year|last year|years?|decades?|since|nationwide|worldwide|across the (?:country|nation)|average|each|every|per|previous\w*|earlier|deadliest|worst|could|would|might|may have|feared|if|all together|in total|at the time|injury list|simulat\w*|study|survey|poll)\b/i;
/** Part of a sum: "two others", "another five", "including 3", "19 more". */
const PART =
  /\b(?:others?|another|additional|more|remaining|including|among|half|first|of them|of whom|of those)\b/i;
const PART_BEFORE = /\b(?:another|additional|including|other|remaining|first|those|of the)\s$/i;
const PEOPLE = new Set(
  'person victim dead death die kill fatal life live injuri injur casualti arrest'.split(' '),
);
/** With these begins what is said of those who are counted: "12 people after the protest", "10 people Saturday". */
const NOT_COUNTED =
  /^(?:after|befor|dure|near|outsid|insid|across|amid|over|under|along|sinc|until|while|when|today|yesterday|tonight|(?:sun|mon|tues|wednes|thurs|fri|satur)day)$/;
/** What the words of a tally say anyway. */
const COMMON = new Set(
  'kill dead die death injur wound hurt miss arrest detain rescu evacu peopl person victim polic offici author say said sunday monday tuesday wednesday thursday friday saturday accord tell told report vote lawmak legisl'.split(
    ' ',
  ),
);

export function figureMentions(sentence: StorySentence): FigureMention[] {
  const {
    article,
    sentence: { text, number: at },
  } = sentence;
  if (at >= SENTENCES_READ.votes) return [];
  if (OTHER_SCOPE.test(text) || text.endsWith('?')) return [];
  const analysed = analyseText(text);
  if (analysed.tokens.some(({ word }) => isNegation(word)) && !/\bnot bind/.test(text)) return [];
  const mentions = analysed.quantities.flatMap((quantity) => mentionOf(sentence, analysed, quantity));
  return mentions.length > 0 && !isBackground(article, text) ? mentions : [];
}

function mentionOf(sentence: StorySentence, analysed: AnalysedText, quantity: Quantity): FigureMention[] {
  const { kind, start, end, value } = quantity;
  const other = quantity.counted.findIndex((term) => NOT_COUNTED.test(term));
  const counted = other < 0 ? quantity.counted : quantity.counted.slice(0, other);
  const { text } = analysed;
  const { number: at } = sentence.sentence;
  if (kind !== 'count' || value === null || !Number.isInteger(value)) return [];
  const tallied = talliedBy(text, quantity);
  if (tallied === null || PART_BEFORE.test(text.slice(Math.max(0, start - 24), start))) return [];
  if (tallied === 'votes') {
    if (value < FEWEST_VOTES) return [];
  } else if (at >= SENTENCES_READ.toll || PART.test(text.slice(start, end + 24))) return [];
  return [
    {
      ...sentence,
      value: printedFigure(analysed, { ...quantity, counted }),
      number: value,
      // "At least eight" and "eight" are one number.
      canonical: TYPES.count
        .canonical({ ...quantity, fit: 1 }, { sentence: analysed, published: sentence.article.published })
        .replace(/^[<>]/, ''),
      tallied,
      counted: new Set(counted.filter((term) => !PEOPLE.has(term) && !COMMON.has(term))),
      about: new Set(
        [...analysed.terms].filter(
          (term) => !COMMON.has(term) && !NOT_COUNTED.test(term) && !/^\d/.test(term),
        ),
      ),
      places: new Set(
        analysed.names
          .filter(({ kind: name }) => name === 'place')
          .map((name) => text.slice(name.start, name.end).toLowerCase()),
      ),
    },
  ];
}

function isBackground(article: ArchivedArticle, text: string): boolean {
  const day = dayOfArticle(article);
  if (day === null) return false;
  const dates = resolveDates(text, article.published);
  return dates.some(({ to }) => to < addDays(day, -BACKGROUND_DAYS));
}

/** The figure with the words up to the end of what it counts: "173 of the 329 Iraqi lawmakers". */
function printedFigure({ text, tokens }: AnalysedText, { start, end, last, counted }: Quantity): string {
  let stop = end;
  let at = last + 1;
  for (const term of counted) {
    while (at < tokens.length && tokens[at]?.term !== term) at += 1;
    stop = tokens[at]?.end ?? stop;
  }
  return text.slice(start, stop).replace(/^(?:the|an) /i, '');
}
