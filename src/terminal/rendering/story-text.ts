import { dateInWords } from '../../answer/quotes/citation.js';
import type { StoryCourse } from '../../digest/course/story-course.js';
import { harmless } from './harmless.js';
import { outletText } from './outlet-text.js';
import { HARD_SPACE, type Screen, styled, wrapped } from './screen.js';

/** How a story went on, as it is read in a terminal: its figures, then its days with a quote each, oldest first. */
export function storyText({ entries, figures, articles }: StoryCourse, screen: Screen): string {
  const grew = figures.map(({ steps }) => {
    const printed = steps.map(
      (step) =>
        `${styled('bold', harmless(step.value), screen)} (${dateInWords(step.day)}, ${outletText(step, step.text, screen)})`,
    );
    return wrapped(`The count grew: ${printed.join(' → ')}`, screen);
  });
  const days = entries.map((entry) => {
    const source = `${styled('dim', '—', screen)} ${outletText(entry, entry.text, screen)}`;
    return `${styled('bold', dateInWords(entry.day), screen)}\n${wrapped(`${harmless(entry.text)}${HARD_SPACE}${source}`, screen, '  ')}`;
  });
  const footer = articles === 1 ? '1 article' : `${articles} articles`;
  return [...grew, ...days, styled('dim', footer, screen)].join('\n\n');
}
