import { TimestampStyles, time } from 'discord.js';
import { dateInWords } from '../../answer/quotes/citation.js';
import { type Digest, type DigestStory, TOLD_STORIES } from '../../digest/digest.js';
import { fitStories } from '../../digest/fit-stories.js';
import { otherOutlets, type QuotedRun, quotedRuns } from '../../digest/quoted-runs.js';
import { keyOfDays } from '../../digest/schedule/period-key.js';
import { shownHeadline } from '../../digest/shown-headline.js';
import { customId } from './custom-id.js';
import { digestTexts } from './digest-texts.js';
import { escaped } from './escape.js';
import { fittedAndEscaped } from './fit.js';
import { CUSTOM_ID, DISPLAY_TEXT } from './limits.js';
import { ACCENT, button, buttonRow, container, type Outgoing, separator, text } from './message.js';
import { outletLink } from './outlet-link.js';

export const MORE_STORIES = 'stories';

/** The most stories of a line each in a message. */
const LINES = 20;
/** The longest headline and run of sentences that are shown whole, in characters. Hardly any is longer. */
const HEADLINE = 250;
const QUOTE = 900;
/** How many outlets are named that no quote is of. */
const OTHERS = 3;

export interface DigestView {
  /** The digest's period key, for the button that opens the rest. */
  readonly period: string;
  /** The first story to show. */
  readonly offset?: number;
  /** What its stories are about, if it holds no others. */
  readonly topic?: string;
  /** When it was due, in milliseconds since 1970, if it is late. */
  readonly lateSince?: number;
  /** A component id by which the message can be found in its channel again. */
  readonly mark?: number;
}

/**
 * Renders a digest as a message: the first stories in sentences, as many as fit, and a button for the rest, of
 * which there is a line each.
 */
export function renderDigest(
  digest: Digest,
  { period, offset = 0, topic, lateSince, mark }: DigestView,
): Outgoing {
  const title = [
    digestTexts.title(dateInWords(digest.date), topic === undefined ? '' : escaped(topic)),
    ...(lateSince === undefined
      ? []
      : [digestTexts.late(time(Math.floor(lateSince / 1000), TimestampStyles.ShortDateTime))]),
  ].join('\n');
  const rest = digest.stories.slice(offset);
  if (rest.length === 0) {
    const line = digest.stories.length === 0 ? digestTexts.quiet : digestTexts.noMore;
    return container([text(title, mark), text(line)], ACCENT.quiet);
  }
  const footer = digestTexts.footer(digest.articles, digest.stories.length);
  const room = DISPLAY_TEXT - title.length - footer.length;
  const isTold = offset < TOLD_STORIES;
  const shown = isTold ? storyText : storyLine;
  const most = isTold ? TOLD_STORIES - offset : LINES;
  const { stories, left } = fitStories(rest, room, most, (story) => shown(story).length + 1);
  const next = customId(
    MORE_STORIES,
    digest.stories.length - left,
    period,
    ...(topic === undefined ? [] : [topic]),
  );
  return container([
    text(title, mark),
    ...(isTold
      ? stories.flatMap((story) => [separator(), text(storyText(story))])
      : [separator(), text(stories.map(storyLine).join('\n'))]),
    separator(),
    text(footer),
    ...(left > 0 && next.length <= CUSTOM_ID ? [buttonRow(button(next, digestTexts.more(left)))] : []),
  ]);
}

/**
 * Renders the sentence that says that there is nothing to tell, with a button for a day that has something.
 * @param day ISO 8601; null if there is none
 */
export function renderEmptyDigest(line: string, day: string | null): Outgoing {
  if (day === null) return container([text(line)], ACCENT.quiet);
  const open = customId(MORE_STORIES, 0, keyOfDays(day, day));
  return container([text(line), buttonRow(button(open, digestTexts.newsOf(dateInWords(day))))], ACCENT.quiet);
}

/** Renders a story: headline, quotes with their outlets, figures, and who else has it. */
function storyText(story: DigestStory): string {
  const runs = quotedRuns(story.sentences);
  const quoted = [...story.sentences, ...story.figures.flatMap(({ values }) => values)];
  const others = otherOutlets(story.articles, quoted);
  return [
    headlineText(story),
    ...(runs.length > 0 ? [runs.map(quoteText).join('\n> \n')] : []),
    ...story.figures.map(({ values, isCourse }) => {
      const printed = values.map(
        (figure) => `**${escaped(figure.value)}** (${outletLink(figure, figure.text)})`,
      );
      return isCourse
        ? `${digestTexts.figuresGrew} ${printed.join(' → ')}`
        : `${digestTexts.figuresDiffer} ${printed.join(' · ')}`;
    }),
    ...(others.length > 0
      ? [
          digestTexts.alsoIn(
            others.slice(0, OTHERS).map((each) => outletLink(each)),
            others.length - OTHERS,
          ),
        ]
      : []),
  ].join('\n');
}

function quoteText({ source, text: words }: QuotedRun): string {
  return `> ${fittedAndEscaped(words, QUOTE)} — ${outletLink(source, source.text)}`;
}

/** Renders a story in a line: its headline, and the outlet that has it. */
function storyLine(story: DigestStory): string {
  const [first] = story.articles;
  return `- ${headlineText(story)}${first ? ` — ${outletLink(first)}` : ''}`;
}

function headlineText(story: DigestStory): string {
  const headline = fittedAndEscaped(shownHeadline(story), HEADLINE);
  return `**${headline}**${digestTexts.inOutlets(story.outlets.length)}`;
}
