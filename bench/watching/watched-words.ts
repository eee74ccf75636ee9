import type { ArchivedArticle } from '../../src/archive/passage.js';
import { tokenise } from '../../src/text/tokens.js';
import { shuffled } from '../shuffle.js';

/** Words of a title that somebody may watch for. */
const FEWEST_LETTERS = 4;

/**
 * Returns so many watches for words, as members would set them up: one to three words of a title.
 * @param seed another one gives other watches
 */
export function watchedWords(articles: readonly ArchivedArticle[], count: number, seed: number): string[] {
  const titles = shuffled(articles, seed).flatMap(({ title }) => title ?? []);
  return Array.from({ length: count }, (_, at) => {
    const words = tokenise(titles[at % titles.length] ?? '')
      .filter(({ stop, text }) => !stop && text.length >= FEWEST_LETTERS)
      .map(({ text }) => text);
    return `${shuffled(words, seed + at)
      .slice(0, 1 + (at % 3))
      .join(' ')} ${Math.floor(at / titles.length) || ''}`.trim();
  }).map((words) => words || 'parliament');
}
