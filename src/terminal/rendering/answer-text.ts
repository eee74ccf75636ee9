import type { Answer, NoAnswer, Reading, Snippet } from '../../answer/answer.js';
import { citationParts, quoteLink } from '../../answer/citation.js';
import { citedText } from './cited-text.js';
import { harmless } from './harmless.js';
import { HARD_SPACE, linked, type Screen, styled, wrapped } from './screen.js';

/** An answer as it is read in a terminal: the differing figures, then the numbered quotes with their sources. */
export function answerText(result: Answer | NoAnswer, screen: Screen): string {
  return result.answered ? answeredText(result, screen) : noAnswerText(result, screen);
}

function answeredText(answer: Answer, screen: Screen): string {
  const blocks = [quotesText(answer.snippets, screen)];
  if (answer.figures.length > 0) blocks.unshift(figuresText(answer, screen));
  if (answer.reading.followsUp !== null) blocks.unshift(followUpText(answer.reading.followsUp, screen));
  return blocks.join('\n\n');
}

function noAnswerText(result: NoAnswer, screen: Screen): string {
  const blocks = [
    wrapped(
      `${styled('bold', 'The archive has no answer to that.', screen)} ${harmless(result.reason)}`,
      screen,
    ),
  ];
  if (result.related.length > 0) {
    blocks.push('Near misses, which do not answer it:', quotesText(result.related, screen));
  }
  return blocks.join('\n\n');
}

function followUpText(question: string, screen: Screen): string {
  return wrapped(styled('dim', `Read together with: ${harmless(question)}`, screen), screen);
}

function figuresText({ figures }: Answer, screen: Screen): string {
  const values = figures.map(({ value, snippets }) => {
    const numbers = snippets.map((index) => `[${index + 1}]`).join('');
    return `${styled('bold', harmless(value), screen)}${HARD_SPACE}${numbers}`;
  });
  return wrapped(values.join(`${HARD_SPACE}· `), screen);
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

/** How the question was understood, and how sure the answer is. */
export function explanationText({ reading, confidence }: Answer | NoAnswer, screen: Screen): string {
  return explanation(reading, confidence)
    .map(([name, value]) => wrapped(styled('dim', `${name}: ${harmless(value)}`, screen), screen))
    .join('\n');
}

function explanation({ wanted, terms, matched }: Reading, confidence: number): [string, string][] {
  const missing = terms.filter((term) => !matched.includes(term));
  return [
    ['Looked for', wanted],
    ['Words that counted', terms.join(', ') || 'none'],
    ['Found in the first quote', matched.join(', ') || 'none'],
    ['Not found in it', missing.join(', ') || 'none'],
    ['Chance that the first quote answers', `${Math.round(confidence * 100)} %`],
  ];
}
