import { citationParts, webAddress } from '../answer/citation.js';
import type { ArticleSummary } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { harmless } from './harmless.js';
import { linked, type Screen, styled, wrapped } from './screen.js';

/** How many sentences a card shows. */
const KEY_SENTENCES = 3;

/** The sentences that say what an article is about: news puts them first. */
export function keySentences(article: ArchivedArticle): readonly string[] {
  return article.sentences.slice(0, KEY_SENTENCES).map((sentence) => sentence.text);
}

/** A source as a card: what is known of it, its first sentences, its link, and others that may have been meant. */
export function sourceText(
  summary: ArticleSummary,
  article: ArchivedArticle,
  alternatives: readonly ArticleSummary[],
  screen: Screen,
): string {
  const blocks = [
    [headingText(summary, screen), detailsText(summary, article, screen)].join('\n'),
    ...keySentences(article).map((sentence) => wrapped(harmless(sentence), screen, '  ')),
  ];
  if (alternatives.length > 0) blocks.push(`Others it could be:\n${articleListText(alternatives, screen)}`);
  return blocks.join('\n\n');
}

function headingText(summary: ArticleSummary, screen: Screen): string {
  return wrapped(
    linked(
      styled('bold', harmless(summary.title ?? `“${summary.label}”`), screen),
      webAddress(summary.url),
      screen,
    ),
    screen,
  );
}

function detailsText(summary: ArticleSummary, article: ArchivedArticle, screen: Screen): string {
  const { publisher, published, url, id } = summary;
  const details = [
    ...citationParts({ publisher, published, title: null, label: '' }),
    `${article.paragraphs.length} paragraphs`,
    id,
    ...(url === null ? [] : [url]),
  ];
  return wrapped(styled('dim', harmless(details.join(' · ')), screen), screen);
}

/** One article a line or two: its id, to be typed, and how it is cited. */
export function articleListText(articles: readonly ArticleSummary[], screen: Screen): string {
  return articles
    .map((summary) =>
      [
        wrapped(harmless(citationParts(summary).join(' · ')), screen, '    ', '  '),
        wrapped(styled('dim', harmless(summary.id), screen), screen, '    '),
      ].join('\n'),
    )
    .join('\n');
}
