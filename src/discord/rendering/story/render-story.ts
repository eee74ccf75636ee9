import { dateInWords } from '../../../answer/quotes/citation.js';
import type { CourseEntry, FigureCourse, StoryCourse } from '../../../digest/course/story-course.js';
import { escaped } from '../escape.js';
import { fittedAndEscaped } from '../fit.js';
import { DISPLAY_TEXT } from '../limits.js';
import { container, type Outgoing, separator, text } from '../message.js';
import { outletLink } from '../outlet-link.js';
import { storyTexts } from './story-texts.js';

/** The action of the button that opens the course of a story. */
export const STORY = 'story';

/** The longest words that are repeated whole, and the shortest quote for which a link to its sentence is left out. */
const WORDS = 200;
const SHORT_QUOTE = 160;

/** Renders how a story went on: its figures, then its days with a quote each, oldest first. */
export function renderStory(words: string, { entries, figures, articles }: StoryCourse): Outgoing {
  const title = storyTexts.title(fittedAndEscaped(words, WORDS));
  const grew = figures.map(figuresText);
  const dates = [entries[0], entries.at(-1)].map((entry) => (entry ? dateInWords(entry.day) : ''));
  const footer = storyTexts.footer(articles, dates[0] ?? '', dates[1] ?? '');
  const taken = [title, ...grew, footer].join('\n').length;
  const room = Math.floor((DISPLAY_TEXT - taken) / Math.max(1, entries.length)) - 1;
  return container([
    text([title, ...grew].join('\n')),
    separator(),
    ...entries.map((entry) => text(entryText(entry, room))),
    text(footer),
  ]);
}

function figuresText({ steps }: FigureCourse): string {
  const printed = steps.map(
    (step) => `**${escaped(step.value)}** (${dateInWords(step.day)}, ${outletLink(step)})`,
  );
  return `${storyTexts.grew} ${printed.join(' → ')}`;
}

/** @param room how many characters it may take */
function entryText(entry: CourseEntry, room: number): string {
  const head = `**${dateInWords(entry.day)}**\n> `;
  const links = [outletLink(entry, entry.text), outletLink(entry)];
  const link = links.find((each) => room - head.length - each.length >= SHORT_QUOTE) ?? links[1] ?? '';
  const left = room - head.length - link.length - ' — '.length;
  return `${head}${fittedAndEscaped(entry.text, left)} — ${link}`;
}
