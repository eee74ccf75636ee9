import { TimestampStyles, time } from 'discord.js';
import { dateInWords } from '../../answer/quotes/citation.js';
import { type Digest, type DigestStory, type FollowedStory, TOLD_STORIES } from '../../digest/digest.js';
import { fitStories } from '../../digest/fit-stories.js';
import { otherOutlets, type QuotedRun, quotedRuns } from '../../digest/quoted-runs.js';
import { keyOfDays } from '../../digest/schedule/period-key.js';
import { spanInWords } from '../../digest/schedule/span-words.js';
import { shownHeadline } from '../../digest/shown-headline.js';
import type { DigestSchedule } from '../../store/digest-schedules.js';
import { customId } from './custom-id.js';
import { digestTexts } from './digest-texts.js';
import { escaped, visible } from './escape.js';
import { fitted, fittedAndEscaped } from './fit.js';
import { CUSTOM_ID, DISPLAY_TEXT, POST_TITLE } from './limits.js';
import { ACCENT, button, buttonRow, container, type Outgoing, separator, text } from './message.js';
import { headlineLink, outletLink } from './outlet-link.js';
import { followStories } from './watches/render-follow.js';

export const MORE_STORIES = 'stories';
/** The same of a scheduled digest, whose schedule knows what it is about. */
export const MORE_OF_DIGEST = 'digest';

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
  /** What its stories are about, if it holds no others. A schedule has its own. */
  readonly topic?: string | undefined;
  /** Whose digest it is, if it is one of those that a guild has scheduled. */
  readonly schedule?: Pick<DigestSchedule, 'digest' | 'name' | 'topic' | 'stories'>;
  /** When it was due, in milliseconds since 1970, if it is late. */
  readonly lateSince?: number;
  /** A component id by which the message can be found in its channel again. */
  readonly mark?: number;
}

/**
 * Renders a digest as a message: the first stories in sentences, as many as fit, and a button for the rest, of
 * which there is a line each.
 */
export function renderDigest(digest: Digest, view: DigestView): Outgoing {
  const { offset = 0, lateSince, mark, schedule } = view;
  const title = [
    heading(digest, view),
    ...(lateSince === undefined
      ? []
      : [digestTexts.late(time(Math.floor(lateSince / 1000), TimestampStyles.ShortDateTime))]),
  ].join('\n');
  const rest = digest.stories.slice(offset);
  if (rest.length === 0) {
    const line = digest.stories.length === 0 ? quietLine(view) : digestTexts.noMore;
    return container([text(title, mark), text(line)], ACCENT.quiet);
  }
  const footer = digestTexts.footer(digest.articles, digest.stories.length);
  const room = DISPLAY_TEXT - title.length - footer.length;
  const told = schedule?.stories ?? TOLD_STORIES;
  const isTold = offset < told;
  const shown = isTold ? storyText : storyLine;
  const most = isTold ? told - offset : LINES;
  const { stories, left } = fitStories(rest, room, most, (story) => shown(story).length + 1);
  const next = moreId(digest.stories.length - left, view);
  return container([
    text(title, mark),
    ...(isTold
      ? stories.flatMap((story) => [separator(), text(storyText(story))])
      : [separator(), text(stories.map(storyLine).join('\n'))]),
    separator(),
    text(footer),
    ...followStories(stories),
    ...(left > 0 && next.length <= CUSTOM_ID ? [buttonRow(button(next, digestTexts.more(left)))] : []),
  ]);
}

function moreId(offset: number, { period, topic, schedule }: DigestView): string {
  if (schedule) return customId(MORE_OF_DIGEST, offset, period, schedule.digest);
  return customId(MORE_STORIES, offset, period, ...(topic === undefined ? [] : [topic]));
}

/** Names the digest as a manager named it, or else by its topic. */
function heading(digest: Digest, view: DigestView): string {
  const topic = topicOf(view);
  const name = ownName(view);
  if (name === null) return digestTexts.title(daysInWords(digest), topic === null ? '' : escaped(topic));
  const named = digestTexts.namedTitle(escaped(name), daysInWords(digest));
  return topic === null ? named : `${named}\n${digestTexts.about(escaped(topic))}`;
}

/** The title of a digest that is a post of its own, as plain text. */
export function digestTitle(digest: Digest, view: DigestView): string {
  const name = visible(ownName(view) ?? topicOf(view) ?? digestTexts.news);
  return fitted(`${name}, ${daysInWords(digest)}`, POST_TITLE);
}

function topicOf({ topic, schedule }: DigestView): string | null {
  return topic ?? schedule?.topic ?? null;
}

/** Returns the name of a digest that says more than its topic does; null if it has none. */
function ownName({ schedule }: DigestView): string | null {
  if (!schedule) return null;
  const { name, topic } = schedule;
  const saysNoMore = [digestTexts.defaultName, topic ?? ''].some(
    (plain) => plain.toLowerCase() === name.toLowerCase(),
  );
  return saysNoMore ? null : name;
}

function daysInWords({ date, days }: Digest): string {
  return days ? spanInWords(...days) : dateInWords(date);
}

function quietLine(view: DigestView): string {
  const topic = topicOf(view);
  return topic === null ? digestTexts.quiet : digestTexts.quietTopic(escaped(topic));
}

/**
 * Renders the sentence that says that there is nothing to tell, with a button for a day that has something.
 * @param day ISO 8601; null if there is none
 * @param view the digest that was asked for: the button shows the same of the other day
 */
export function renderEmptyDigest(
  line: string,
  day: string | null,
  view: Pick<DigestView, 'topic' | 'schedule'> = {},
): Outgoing {
  const open = day === null ? '' : moreId(0, { ...view, period: keyOfDays(day, day) });
  if (day === null || open.length > CUSTOM_ID) return container([text(line)], ACCENT.quiet);
  return container([text(line), buttonRow(button(open, digestTexts.newsOf(dateInWords(day))))], ACCENT.quiet);
}

/** Renders a story: headline, quotes with their outlets, figures, and who else has it. */
function storyText(story: DigestStory): string {
  const runs = quotedRuns(story.sentences);
  const quoted = [...story.sentences, ...story.figures.flatMap(({ values }) => values)];
  const others = otherOutlets(story.articles, quoted);
  return [
    headlineText(story),
    ...(story.follows === undefined ? [] : [followsText(story.follows)]),
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

function followsText(earlier: FollowedStory): string {
  const outlets = earlier.publisher === null ? [] : [earlier.publisher];
  return digestTexts.follows(headlineLink(earlier, shownHeadline({ headline: earlier.headline, outlets })));
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
