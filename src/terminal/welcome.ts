import { dateInWords } from '../answer/quotes/citation.js';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import type { Ask } from './conversation.js';
import { harmless } from './rendering/harmless.js';

const EXAMPLE = 'How many troops are in Iraq?';

/**
 * Returns the text that greets a newcomer: how much there is to ask about, and a question that this archive
 * does answer.
 */
export async function welcomeText(archive: Archive, ask: Ask): Promise<string> {
  const summaries = archive.articles();
  const [newest] = summaries;
  if (newest === undefined) return 'Clippings has no articles yet, so it cannot answer.';
  const example = (await ask(EXAMPLE, { top: 1 })).answered ? EXAMPLE : newest.label;
  return [
    `Clippings answers from ${countText(summaries)}, always in their own words.`,
    `Ask something, for example: ${harmless(example)}`,
    'Type help to see what else you can do, quit to leave.',
  ].join(' ');
}

/** "5 articles of 5 January 2020", "240 articles from 1 May 2024 to 3 June 2024". */
function countText(summaries: readonly ArticleSummary[]): string {
  const count = summaries.length === 1 ? '1 article' : `${summaries.length} articles`;
  const days = summaries.flatMap(({ published }) => published?.slice(0, 10) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return count;
  return first === last
    ? `${count} of ${dateInWords(first)}`
    : `${count} from ${dateInWords(first)} to ${dateInWords(last)}`;
}
