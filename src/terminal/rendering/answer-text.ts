import type { Answer, NoAnswer, Snippet } from '../../answer/answer.js';
import { readIntent } from '../../answer/question/intent.js';
import { newsPeriod } from '../../answer/question/news-period.js';
import { citationParts, quoteLink } from '../../answer/quotes/citation.js';
import { shownValues } from '../../answer/quotes/shown-values.js';
import { today } from '../today.js';
import { citedText } from './cited-text.js';
import { harmless } from './harmless.js';
import { HARD_SPACE, linked, type Screen, styled, wrapped } from './screen.js';

/** An answer as it is read in a terminal: the line of values, then the numbered quotes with their sources. */
export function answerText(result: Answer | NoAnswer, screen: Screen): string {
  return result.answered ? answeredText(result, screen) : noAnswerText(result, screen);
}

function answeredText(answer: Answer, screen: Screen): string {
  const blocks = [quotesText(answer.snippets, screen)];
  if (answer.values.length > 0) blocks.unshift(valuesText(answer, screen));
  if (answer.reading.followsUp !== null) blocks.unshift(followUpText(answer.reading.followsUp, screen));
  return blocks.join('\n\n');
}

function noAnswerText(result: NoAnswer, screen: Screen): string {
  const talk = talkText(result.question);
  if (talk !== null) return wrapped(talk, screen);
  const { followsUp } = result.reading;
  const context = followsUp === null ? [] : [followUpText(followsUp, screen)];
  if (result.verdict === 'maybe') {
    const heading = styled('bold', 'This may answer it:', screen);
    return [...context, heading, quotesText(result.related, screen)].join('\n\n');
  }
  const refusal = `${styled('bold', 'The archive has no answer to that.', screen)} ${harmless(result.reason)}`;
  const digest = newsText(result.question);
  return [
    ...context,
    ...[refusal, ...(digest === null ? [] : [digest])].map((each) => wrapped(each, screen)),
  ].join('\n\n');
}

/** What is said to a message that asks nothing of the articles; null for any other. */
function talkText(message: string): string | null {
  const intent = readIntent(message);
  if (intent.kind === 'small talk') return SMALL_TALK[intent.about];
  return intent.kind === 'news' && intent.topic === undefined ? newsText(message) : null;
}

/** How the news of the days that a message asks for are had; null if it asks for none. */
function newsText(message: string): string | null {
  const intent = readIntent(message);
  if (intent.kind !== 'news') return null;
  const { from, to } = newsPeriod(intent.question, today());
  const days = from === to ? `--date ${from}` : `--from ${from} --to ${to}`;
  return `For the news of ${from === to ? 'that day' : 'those days'}: npx clippings digest ${days}`;
}

const HOW_TO_ASK = 'Ask something about the news, such as: how many troops are in Iraq?';
const SMALL_TALK = {
  greeting: `Hello! ${HOW_TO_ASK}`,
  thanks: 'You are welcome.',
  praise: 'Thank you. The reporters who are quoted would be pleased.',
  blame: 'Sorry about that. Try other words.',
  help: HOW_TO_ASK,
  identity: 'This is Clippings: it answers questions about the news with quotes from articles.',
  goodbye: 'Goodbye!',
} as const;

function followUpText(question: string, screen: Screen): string {
  return wrapped(styled('dim', `Read together with: ${harmless(question)}`, screen), screen);
}

/** "more than 5,000 [1] · 5,200 [2]"; what grew over time as "12 (3 July 2020) [1] → 15 (5 July 2020) [2]". */
function valuesText({ values }: Answer, screen: Screen): string {
  const line = shownValues(values);
  const parts = line.values.map(({ value, day, snippets }) => {
    const numbers = snippets.map((index) => `[${index + 1}]`).join('');
    const when = day === null ? '' : ` (${day})`;
    return `${styled('bold', harmless(value), screen)}${when}${HARD_SPACE}${numbers}`;
  });
  return wrapped(parts.join(`${HARD_SPACE}${line.isCourse ? '→' : '·'} `), screen);
}

/** @param firstNumber the number of the first quote, as people count */
export function quotesText(snippets: readonly Snippet[], screen: Screen, firstNumber = 1): string {
  return snippets.map((snippet, index) => quoteText(snippet, firstNumber + index, screen)).join('\n\n');
}

function quoteText(snippet: Snippet, number: number, screen: Screen): string {
  const label = `[${number}] `;
  const indent = ' '.repeat(label.length);
  const lines = [
    wrapped(markedText(snippet, screen), screen, indent, label),
    wrapped(citationText(snippet, screen), screen, indent),
  ];
  if (snippet.alsoIn.length > 0) {
    const others = snippet.alsoIn.map((source) => citedText(citationParts(source))).join('; ');
    lines.push(wrapped(styled('dim', `also in ${others}`, screen), screen, indent));
  }
  return lines.join('\n');
}

function markedText({ text, highlight }: Snippet, screen: Screen): string {
  const safe = harmless(text);
  if (highlight === null) return safe;
  const [start, end] = highlight;
  return safe.slice(0, start) + styled('bold', safe.slice(start, end), screen) + safe.slice(end);
}

function citationText(snippet: Snippet, screen: Screen): string {
  const place = snippet.caption ? 'photo caption' : `paragraph ${snippet.paragraph}`;
  const words = citedText([...citationParts(snippet.source), place]);
  return linked(styled('dim', words, screen), quoteLink(snippet), screen);
}

/** How the question was understood, which values competed, and how sure the answer is. */
export function explanationText(result: Answer | NoAnswer, screen: Screen): string {
  return explanation(result)
    .map(([name, value]) => wrapped(styled('dim', `${name}: ${harmless(value)}`, screen), screen))
    .join('\n');
}

function explanation({ reading, confidence, considered, verdict }: Answer | NoAnswer): [string, string][] {
  const { wanted, terms, matched } = reading;
  const missing = terms.filter((term) => !matched.includes(term));
  const values = considered.values.map(({ value, probability }) => `${value} (${percent(probability)})`);
  return [
    ['Looked for', wanted],
    ['Words that counted', terms.join(', ') || 'none'],
    ['Found in the first quote', matched.join(', ') || 'none'],
    ['Not found in it', missing.join(', ') || 'none'],
    ['Values that competed', values.join(', ') || 'none'],
    ['Chance that the archive answers', percent(considered.answerable)],
    ['Chance that the first quote does', percent(confidence)],
    ['So it is shown as', VERDICTS[verdict]],
  ];
}

const VERDICTS = { answer: 'an answer', maybe: 'what may answer', none: 'no answer' } as const;

const percent = (chance: number): string => `${Math.round(chance * 100)} %`;
