import type { APIComponentInContainer } from 'discord.js';
import type { Answer, AnswerValue, NoAnswer, Snippet } from '../../answer/answer.js';
import { sourceNumbers } from '../../answer/quotes/citation.js';
import { shownValues } from '../../answer/quotes/shown-values.js';
import { type Asked, asked } from './asked.js';
import { customId } from './custom-id.js';
import { escaped } from './escape.js';
import { DISPLAY_TEXT } from './limits.js';
import { ACCENT, button, buttonRow, container, type Outgoing, text } from './message.js';
import { quoteSections } from './render-quotes.js';
import { texts } from './texts.js';

/** How many quotes a message shows at a time. */
export const QUOTES = 3;
/** Says on a vote's button that the question may be kept. Buttons of older versions, which had it everywhere, lack it. */
export const KEPT = 'kept';

/**
 * An answer, or that there is none, as a message.
 * @param isKept whether the question may be kept: a vote says which questions need better articles, so it needs one
 */
export function renderAnswer(result: Answer | NoAnswer, isKept = true): Outgoing {
  return result.answered ? renderAnswered(result, isKept) : renderNoAnswer(result);
}

function renderAnswered(answer: Answer, isKept: boolean): Outgoing {
  const numbers = sourceNumbers(answer.snippets);
  const head = asked(askedBy(answer));
  if (answer.values.length > 0) head.push(text(valuesLine(answer.values, numbers)));
  const buttons = isKept
    ? [
        button(customId('vote', 'helpful', KEPT), texts.helpful),
        button(customId('vote', 'not-it', KEPT), texts.notIt),
      ]
    : [];
  if (answer.snippets.length >= QUOTES) buttons.unshift(button(customId('more', QUOTES), texts.more));
  return container([
    ...head,
    ...quoteSections(answer.snippets, numbers, roomBeside(head)),
    ...(buttons.length > 0 ? [buttonRow(...buttons)] : []),
  ]);
}

function renderNoAnswer(result: NoAnswer): Outgoing {
  const head = asked(askedBy(result));
  if (result.verdict === 'maybe') return withRelated(head, result.related, `**${texts.mayAnswer}**`);
  head.push(text(`**${texts.noAnswer}** ${escaped(result.reason)}`));
  const close = result.related.length > 0 ? [buttonRow(button(customId('more', 0), texts.whatIsClose))] : [];
  return container([...head, ...close], ACCENT.quiet);
}

/** What comes after the quotes that the member has seen already. */
export function renderMore(answer: Answer | NoAnswer, offset: number): Outgoing {
  const snippets = answer.answered ? answer.snippets : answer.related;
  const page = snippets.slice(offset, offset + QUOTES);
  const head = asked(askedBy(answer));
  if (page.length === 0) return container([...head, text(texts.moreNone)], ACCENT.quiet);
  const numbers = sourceNumbers(snippets).slice(offset);
  const more =
    snippets.length > offset + QUOTES
      ? [buttonRow(button(customId('more', offset + QUOTES), texts.more))]
      : [];
  return container([...head, ...quoteSections(page, numbers, roomBeside(head)), ...more]);
}

/** What the archive has that is near to the claims of a message. */
export function renderClaim(result: Answer | NoAnswer): Outgoing {
  const nearest = result.answered ? result.snippets : result.related;
  if (nearest.length === 0) return container([text(texts.claimNothing)], ACCENT.quiet);
  // Nothing was asked, so there are no words that answer.
  return withRelated(
    [],
    nearest.map((snippet) => ({ ...snippet, highlight: null })),
    `-# ${texts.claim}`,
  );
}

function withRelated(head: APIComponentInContainer[], all: readonly Snippet[], title: string): Outgoing {
  const snippets = all.slice(0, QUOTES);
  if (snippets.length > 0) head.push(text(title));
  const sections = quoteSections(snippets, sourceNumbers(snippets), roomBeside(head));
  return container([...head, ...sections], ACCENT.quiet);
}

function askedBy({ question, reading }: Answer | NoAnswer): Asked {
  return { question, previous: reading.followsUp };
}

/** The values with the numbers of the sources that give them; what grew over time with its days, oldest first. */
function valuesLine(values: readonly AnswerValue[], numbers: readonly number[]): string {
  const line = shownValues(values);
  return line.values
    .map(({ value, day, snippets }) => {
      const sources = [...new Set(snippets.map((index) => numbers[index]))].map((number) => `[${number}]`);
      const when = day === null ? '' : ` (${day})`;
      return `**${escaped(value)}**${when} ${sources.join('')}`;
    })
    .join(line.isCourse ? ' → ' : ' · ');
}

function roomBeside(head: readonly APIComponentInContainer[]): number {
  const taken = head.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0);
  return DISPLAY_TEXT - taken;
}
