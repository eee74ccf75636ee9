import type { AnalysedText } from '../../text/analysed-text.js';
import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import { canonicalName, namesOf } from './names.js';
import { type AnswerTypeModule, LIKELY, POSSIBLE, SURE, spanAt, type ValueSpan } from './value-span.js';

const QUOTED = /["“‘]([^"“”‘’]{2,60}?)[,.]?["”’]/g;

/** "Which film won?", "What did they name it?": a name, a title, or a noun phrase. */
export const thing: AnswerTypeModule = {
  type: 'thing',
  wanted: 'something that fits the words',
  spans: (sentence) => {
    const names = namesOf(sentence, { other: SURE, organisation: LIKELY, person: POSSIBLE, place: POSSIBLE });
    const titles = [...sentence.text.matchAll(QUOTED)].flatMap((match) => {
      const words = match[1] ?? '';
      const isTitle = /^\p{Lu}/u.test(words) && words.split(' ').length <= 8;
      return isTitle ? (spanAt(sentence, match.index + 1, match.index + 1 + words.length, SURE) ?? []) : [];
    });
    return withoutInner([...titles, ...names, ...nounPhrases(sentence)]);
  },
  canonical: (span, { sentence }) => canonicalName(sentence, span),
};

/** Runs of adjectives, nouns and numbers that end in a noun. */
function nounPhrases(sentence: AnalysedText): ValueSpan[] {
  const { tokens, parts, text } = sentence;
  const phrases: ValueSpan[] = [];
  let first = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    const joins =
      token !== undefined &&
      isInPhrase(parts[at]) &&
      (first < 0 || /^[ -]$/.test(text.slice(tokens[at - 1]?.end ?? 0, token.start)));
    if (joins) {
      if (first < 0) first = at;
      continue;
    }
    let last = at - 1;
    while (last >= first && first >= 0 && !endsPhrase(parts[last])) last -= 1;
    const [from, to] = [tokens[first], tokens[last]];
    if (first >= 0 && last >= first && from && to)
      phrases.push({ start: from.start, end: to.end, first, last, fit: POSSIBLE });
    first = token !== undefined && isInPhrase(parts[at]) ? at : -1;
  }
  return phrases;
}

const endsPhrase = (part: PartOfSpeech | undefined): boolean => part === 'noun' || part === 'name';
const isInPhrase = (part: PartOfSpeech | undefined): boolean =>
  endsPhrase(part) || part === 'adjective' || part === 'number';

/** Spans that overlap with none that stands before them in the list. */
function withoutInner(spans: readonly ValueSpan[]): ValueSpan[] {
  const kept: ValueSpan[] = [];
  for (const span of spans)
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept;
}
