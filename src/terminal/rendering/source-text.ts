import { citationParts } from '../../answer/quotes/citation.js';
import type { ArticleSummary } from '../../archive/archive.js';
import { keySentences } from '../../archive/key-sentences.js';
import type { ArchivedArticle } from '../../archive/passage.js';
import type { Mention } from '../../archive/text-lookup.js';
import { webAddress } from '../../web-address.js';
import { citedText } from './cited-text.js';
import { harmless } from './harmless.js';
import { linked, type Screen, styled, wrapped } from './screen.js';

/**
 * Renders a source as a card: what is known about it, its first sentences, its link, and other articles that
 * may have been meant.
 * @param mention the sentence that holds the words looked for, if the article was found by its text
 */
export function sourceText(
  summary: ArticleSummary,
  article: ArchivedArticle,
  alternatives: readonly ArticleSummary[],
  screen: Screen,
  mention?: Mention,
): string {
  const blocks = [
    [headingText(summary, screen), detailsText(summary, article, screen)].join('\n'),
    ...(mention ? [mentionText(mention, screen)] : []),
    ...keySentences(article).map((sentence) => wrapped(harmless(sentence), screen, '  ')),
  ];
  if (alternatives.length > 0) blocks.push(`Others it could be:\n${articleListText(alternatives, screen)}`);
  return blocks.join('\n\n');
}

function mentionText({ text, paragraph, isCaption }: Mention, screen: Screen): string {
  const where = isCaption ? 'under one of its photos' : `in its text, paragraph ${paragraph}`;
  return `Found ${where}:\n${wrapped(harmless(text), screen, '  ')}`;
}

function headingText(summary: ArticleSummary, screen: Screen): string {
  return wrapped(
    linked(
      styled('bold', harmless(summary.title ?? `“${summary.label}”`), screen),
      webAddress(summary.url)?.href ?? null,
      screen,
    ),
    screen,
  );
}

function detailsText(summary: ArticleSummary, article: ArchivedArticle, screen: Screen): string {
  const { url, id } = summary;
  const known = citationParts({ ...summary, title: null, label: '' });
  const details = citedText([...known, counted(article.paragraphs.length, 'paragraph'), id]);
  // The address is not wrapped, so that it can be copied.
  return [wrapped(details, screen), ...(url === null ? [] : [harmless(url)])]
    .map((line) => styled('dim', line, screen))
    .join('\n');
}

function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}

/** Lists articles, each in a line or two: its id, for typing, and its citation. */
export function articleListText(articles: readonly ArticleSummary[], screen: Screen): string {
  return articles
    .map((summary) =>
      [
        wrapped(citedText(citationParts(summary)), screen, '    ', '  '),
        wrapped(styled('dim', harmless(summary.id), screen), screen, '    '),
      ].join('\n'),
    )
    .join('\n');
}
