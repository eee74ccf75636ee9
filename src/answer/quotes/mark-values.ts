import { type Day, dayOfTimestamp } from '../../text/dates/calendar.js';
import type { AnswerValue, Snippet, ValueMention } from '../answer.js';
import type { Mention } from '../extraction/mention.js';
import type { CandidateValue } from '../extraction/values.js';
import type { Quote } from './select.js';
import { verbatim } from './snippet.js';

/** The line above the quotes holds at most this many values. */
const MOST_VALUES = 4;

/**
 * The quotes with the values that are sure enough in bold, and those values.
 * @param threshold the chance from which on a value is shown, 0 to 1
 */
export function markValues(
  quotes: readonly Quote[],
  values: readonly CandidateValue[],
  threshold: number,
): { readonly snippets: Snippet[]; readonly values: AnswerValue[] } {
  const shown = values
    .filter(({ probability }) => probability >= threshold)
    .map((value) => ({ value, mentions: mentionsIn(quotes, value) }))
    .filter(({ mentions }) => mentions.length > 0)
    .slice(0, MOST_VALUES);
  const snippets = quotes.map(({ snippet }, index) => {
    const first = shown.flatMap(({ mentions }) => mentions).find((mention) => mention.snippet === index);
    return first === undefined ? snippet : { ...snippet, highlight: [first.start, first.end] as const };
  });
  return {
    snippets,
    values: shown.map(({ value, mentions }) => ({
      value: wordsOf(snippets, mentions[0]) ?? value.canonical,
      canonical: value.canonical,
      type: value.mention.type,
      probability: value.probability,
      mentions,
      day: dayOf(value),
    })),
  };
}

/** Where the quotes say a value. */
function mentionsIn(quotes: readonly Quote[], { mentions }: CandidateValue): ValueMention[] {
  return quotes.flatMap(({ snippet, sentence }, index) =>
    mentions
      .filter((mention) => isWithin(mention, snippet, sentence.article.id))
      .map((mention) => {
        const { offset } = verbatim(
          mention.sentence.article,
          snippet.first,
          snippet.last,
          mention.sentence.sentence.number,
        );
        return { snippet: index, start: offset + mention.span.start, end: offset + mention.span.end };
      }),
  );
}

function isWithin(
  { sentence: { article, sentence } }: Mention,
  { first, last }: Snippet,
  quoted: string,
): boolean {
  return article.id === quoted && first <= sentence.number && sentence.number <= last;
}

function wordsOf(snippets: readonly Snippet[], mention: ValueMention | undefined): string | null {
  return mention === undefined
    ? null
    : (snippets[mention.snippet]?.text.slice(mention.start, mention.end) ?? null);
}

function dayOf({ canonical, mention }: CandidateValue): Day | null {
  const { article } = mention.sentence;
  // A longer period is written as its first and its last day.
  if (mention.type === 'date') return canonical.includes('/') ? null : dayOfTimestamp(canonical);
  return dayOfTimestamp(article.published ?? article.added ?? '');
}
