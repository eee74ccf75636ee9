import { TimestampStyles, time } from 'discord.js';
import { dateInWords, quoteLink } from '../../answer/quotes/citation.js';
import type { Digest, DigestStory, KeySentence } from '../../digest/digest.js';
import { fitStories } from '../../digest/fit-stories.js';
import { customId } from './custom-id.js';
import { digestTexts } from './digest-texts.js';
import { escaped } from './escape.js';
import { fitted } from './fit.js';
import { DISPLAY_TEXT, LINK_URL } from './limits.js';
import { ACCENT, button, buttonRow, container, type Outgoing, text } from './message.js';
import { linkTarget, sourceParts } from './render-quotes.js';
import { texts } from './texts.js';

export const MORE_STORIES = 'stories';

/** The most stories in a message. A person reads no more at once. */
const STORIES = 8;
/** The longest headline and sentence that are shown whole, in characters. Hardly any is longer. */
const HEADLINE = 250;
const SENTENCE = 700;

export interface DigestView {
  /** The digest's period key, for the button that opens the rest. */
  readonly period: string;
  /** The first story to show. */
  readonly offset?: number;
  /** When it was due, in milliseconds since 1970, if it is late. */
  readonly lateSince?: number;
  /** A component id by which the message can be found in its channel again. */
  readonly mark?: number;
}

/** Renders a digest as a message: as many stories as fit, and a button for the rest. */
export function renderDigest(digest: Digest, { period, offset = 0, lateSince, mark }: DigestView): Outgoing {
  const title = [
    digestTexts.title(dateInWords(digest.date)),
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
  const { stories, left } = fitStories(rest, room, STORIES, (story) => storyText(story).length);
  const next = customId(MORE_STORIES, digest.stories.length - left, period);
  return container([
    text(title, mark),
    ...stories.map((story) => text(storyText(story))),
    text(footer),
    ...(left > 0 ? [buttonRow(button(next, digestTexts.more(left)))] : []),
  ]);
}

/** Renders a story: headline, quotes with the numbers of their sources, differing figures, sources. */
function storyText(story: DigestStory): string {
  const cited = [...story.sentences, ...story.figures.flatMap(({ values }) => values)];
  const articles = [...new Set(cited.map(({ article }) => article))];
  const number = ({ article }: KeySentence): string => `[${articles.indexOf(article) + 1}]`;
  return [
    `**${escaped(fitted(story.headline, HEADLINE))}**${digestTexts.inOutlets(story.outlets.length)}`,
    ...story.sentences.map((sentence) => `> ${escaped(fitted(sentence.text, SENTENCE))} ${number(sentence)}`),
    ...story.figures.map(({ values }) => {
      const printed = values.map((figure) => `**${escaped(figure.value)}** ${number(figure)}`);
      return `${digestTexts.figuresDiffer} ${printed.join(' · ')}`;
    }),
    ...articles.map((id, index) =>
      sourceLine(
        cited.filter(({ article }) => article === id),
        index + 1,
      ),
    ),
  ].join('\n');
}

function sourceLine(quotes: readonly KeySentence[], number: number): string {
  const [first] = quotes;
  if (!first) return '';
  const paragraphs = [...new Set(quotes.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
  const link = quoteLink({ text: first.text, source: first }, LINK_URL);
  const parts = [...sourceParts(first), digestTexts.paragraphs(paragraphs)];
  if (link !== null) parts.push(`[${texts.open}](${linkTarget(link)})`);
  return `-# [${number}] ${parts.join(' · ')}`;
}
