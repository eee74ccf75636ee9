import type { APIButtonComponentWithCustomId, APIComponentInContainer } from 'discord.js';
import type { Answer, NoAnswer, Snippet } from '../../answer/answer.js';
import { type ShownValues, shownValues } from '../../answer/quotes/shown-values.js';
import { type Asked, asked } from './asked.js';
import { linkTarget } from './citation-line.js';
import { customId } from './custom-id.js';
import { escaped } from './escape.js';
import { CUSTOM_ID, DISPLAY_TEXT } from './limits.js';
import { ACCENT, button, buttonRow, container, type Outgoing, ROW, text } from './message.js';
import { contextButtons, quoteTexts } from './render-quotes.js';
import { voteButtons } from './render-votes.js';
import { STORY } from './story/render-story.js';
import { storyTexts } from './story/story-texts.js';
import { texts } from './texts.js';
import { followButton } from './watches/render-follow.js';

/** How many quotes a message shows at a time. */
export const QUOTES = 3;
/** The action of the button that answers with a word in place of a slip of the pen. */
export const MEANT = 'meant';

export interface AnswerView {
  /** Whether the question may be kept: a vote says which questions need better articles, so it needs one. */
  readonly isKept: boolean;
  /** Whether the answer is a reply to the question, which Discord then shows above it. */
  readonly isReply: boolean;
  /** Whether it is asked in a server that may follow sources of its own. */
  readonly hasSources?: boolean;
  /** Where to ask for sources: an address of the web, or `mailto:` and one. */
  readonly contact?: string | null | undefined;
}

/** An answer, or that there is none, as a message. */
export function renderAnswer(
  result: Answer | NoAnswer,
  { isKept, isReply, ...helpers }: AnswerView = { isKept: true, isReply: false },
): Outgoing {
  const question = askedBy(result);
  const head = isReply && question.previous === null ? [] : asked(question);
  return result.answered ? renderAnswered(result, head, isKept) : renderNoAnswer(result, head, helpers);
}

function renderAnswered(answer: Answer, head: APIComponentInContainer[], isKept: boolean): Outgoing {
  const { snippets, values } = answer;
  const shown = shownValues(values);
  if (values.length > 0) head.push(text(valuesLine(shown)));
  const story = shown.isCourse ? [button(customId(STORY), storyTexts.button)] : [];
  const more = snippets.length >= QUOTES ? [button(customId('more', QUOTES), texts.more)] : [];
  const follow = snippets.slice(0, 1).map(({ source }) => followButton(source.article));
  return container([
    ...head,
    ...quoteTexts(snippets, 1, roomBeside(head)),
    ...rows(contextButtons(snippets, 1), [...more, ...story, ...follow, ...(isKept ? voteButtons() : [])]),
  ]);
}

function renderNoAnswer(result: NoAnswer, head: APIComponentInContainer[], helpers: Helpers): Outgoing {
  const buttons = correctionButton(result);
  if (result.verdict === 'maybe' && result.related.length > 0)
    return withRelated(head, result.related, `**${texts.mayAnswer}**`, buttons);
  head.push(text(`**${texts.noAnswer}** ${escaped(result.reason)}`));
  if (result.isUncovered) head.push(text(`-# ${sourcesWanted(helpers)}`));
  if (result.related.length > 0) buttons.push(button(customId('more', 0), texts.whatIsClose));
  return container([...head, ...(buttons.length > 0 ? [buttonRow(...buttons)] : [])], ACCENT.quiet);
}

/** Who can add sources: the operator where there is a way to ask, or else managers where a server has its own. */
type Helpers = Pick<AnswerView, 'contact' | 'hasSources'>;

/** A link to a mailbox is not one that Discord makes, but it makes one of an address in angle brackets. */
function sourcesWanted({ contact = null, hasSources = false }: Helpers): string {
  if (contact === null) return hasSources ? texts.sourcesWantedHere : texts.sourcesWanted;
  const [, mailbox] = /^mailto:(.*)/i.exec(contact) ?? [];
  return mailbox === undefined ? texts.sourcesWantedAt(linkTarget(contact)) : texts.sourcesWantedBy(mailbox);
}

function correctionButton({ correction }: NoAnswer): APIButtonComponentWithCustomId[] {
  if (!correction) return [];
  const id = customId(MEANT, correction.typed, correction.meant);
  return id.length <= CUSTOM_ID ? [button(id, texts.meant(correction.meant))] : [];
}

/** What comes after the quotes that the member has seen already. */
export function renderMore(answer: Answer | NoAnswer, offset: number): Outgoing {
  const snippets = answer.answered ? answer.snippets : answer.related;
  const page = snippets.slice(offset, offset + QUOTES);
  const head = asked(askedBy(answer));
  if (page.length === 0) return container([...head, text(texts.moreNone)], ACCENT.quiet);
  const more =
    snippets.length > offset + QUOTES ? [button(customId('more', offset + QUOTES), texts.more)] : [];
  return container([
    ...head,
    ...quoteTexts(page, offset + 1, roomBeside(head)),
    ...rows(contextButtons(page, offset + 1), more),
  ]);
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

function withRelated(
  head: APIComponentInContainer[],
  all: readonly Snippet[],
  title: string,
  buttons: APIButtonComponentWithCustomId[] = [],
): Outgoing {
  const snippets = all.slice(0, QUOTES);
  if (snippets.length > 0) head.push(text(title));
  const quotes = quoteTexts(snippets, 1, roomBeside(head));
  return container([...head, ...quotes, ...rows(contextButtons(snippets, 1), buttons)], ACCENT.quiet);
}

/** Puts buttons into one row if there are few, else the first ones into rows above the others. */
function rows(
  first: readonly APIButtonComponentWithCustomId[],
  second: readonly APIButtonComponentWithCustomId[],
): APIComponentInContainer[] {
  if (first.length + second.length <= ROW) return inRows([...first, ...second]);
  return [...inRows(first), ...inRows(second)];
}

function inRows(buttons: readonly APIButtonComponentWithCustomId[]): APIComponentInContainer[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, row) =>
    buttonRow(...buttons.slice(row * ROW, (row + 1) * ROW)),
  );
}

function askedBy({ question, reading }: Answer | NoAnswer): Asked {
  return { question, previous: reading.followsUp };
}

/** The values with the numbers of the quotes that give them; what grew over time with its days, oldest first. */
function valuesLine(line: ShownValues): string {
  const said = line.values.map(({ value, day, snippets }) => {
    const quotes = snippets.map((index) => `[${index + 1}]`);
    const when = day === null ? '' : ` (${day})`;
    return `**${escaped(value)}**${when} ${quotes.join('')}`;
  });
  return said.join(line.isCourse ? ' → ' : ' · ');
}

function roomBeside(head: readonly APIComponentInContainer[]): number {
  const taken = head.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0);
  return DISPLAY_TEXT - taken;
}
