import type { ArchivedArticle } from '../../archive/passage.js';
import { publisherNames } from '../../archive/publishers.js';
import { harmless } from './harmless.js';
import { type Screen, styled, wrapped } from './screen.js';

/**
 * Renders a cleaned article with the paragraph numbers that citations use. `…` marks where cleaning removed
 * something.
 */
export function articleText(article: ArchivedArticle, screen: Screen): string {
  const numberWidth = String(article.paragraphs.length).length;
  const paragraphs = article.paragraphs.flatMap(({ text, afterBreak }, index) => {
    const number = `${String(index + 1).padStart(numberWidth)}  `;
    const indent = ' '.repeat(number.length);
    const paragraph = wrapped(harmless(text), screen, indent, styled('dim', number, screen));
    return afterBreak ? [`${indent}…`, paragraph] : [paragraph];
  });
  return [detailsText(article, screen), ...paragraphs].join('\n\n');
}

/**
 * Renders what cleaning removed from an article, in the order of the source, under the reason for each run of
 * removals.
 */
export function removedText(article: ArchivedArticle, screen: Screen): string {
  if (article.removed.length === 0) return `Nothing was removed from ${harmless(article.id)}.`;
  return article.removed
    .map(({ text, reason }, index) => {
      const line = wrapped(harmless(text), screen, '  ');
      if (reason === article.removed[index - 1]?.reason) return line;
      return `${index === 0 ? '' : '\n'}${styled('bold', reason, screen)}\n${line}`;
    })
    .join('\n');
}

function detailsText(article: ArchivedArticle, screen: Screen): string {
  const { id, title, published, added, url, file } = article;
  const publisher = publisherNames(article);
  const authors = article.authors?.join(', ') ?? null;
  const updated = article.updated ?? null;
  return Object.entries({ id, title, publisher, authors, published, updated, added, url, file })
    .filter((detail): detail is [string, string] => detail[1] !== null)
    .map(([name, value]) => {
      const label = `${name}:`.padEnd('published: '.length);
      return wrapped(harmless(value), screen, ' '.repeat(label.length), styled('dim', label, screen));
    })
    .join('\n');
}
