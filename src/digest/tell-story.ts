import { setImmediate } from 'node:timers/promises';
import { articleLabel } from '../archive/label.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { cite, quote } from './cite.js';
import type { DigestStory, FollowedStory } from './digest.js';
import { findDifferingFigures } from './figures/differing-figures.js';
import { outletsOf } from './outlets.js';
import type { Story } from './story.js';
import { headlineArticle } from './telling/headline.js';
import { selectKeySentences } from './telling/key-sentences.js';
import { firstSentences, type StorySentence } from './telling/story-sentences.js';
import type { TermWeight } from './term-vector.js';

/**
 * Tells a story in its articles' own sentences. Yields to other work between its steps.
 * @param newest what of it is told: all of it, or its last day if it runs through several
 * @param limit the most sentences
 */
export async function tellStory(
  { articles, texts }: Story,
  newest: Story,
  limit: number,
  weight: TermWeight,
): Promise<DigestStory> {
  await setImmediate();
  const sentences = keySentences(newest.texts, limit, weight);
  await setImmediate();
  const figures = findDifferingFigures(texts);
  await setImmediate();
  return {
    headline: headlineOf(newest, weight)?.headline ?? '',
    outlets: outletNames(articles),
    articles: articles.map(cite),
    sentences: sentences.map(quote),
    figures: figures.map(({ isCourse, figures: mentions }) => ({
      isCourse,
      values: mentions.map((mention) => ({ ...quote(mention), value: mention.value })),
    })),
  };
}

/** Returns the story's headline, with the article that it is of. */
export function headlineOf(
  { reports, centre }: Pick<Story, 'reports' | 'centre'>,
  weight: TermWeight,
): FollowedStory | undefined {
  const article = headlineArticle(reports, weight, centre);
  return article && { headline: articleLabel(article), ...cite(article) };
}

/**
 * Selects the sentences that tell the story. If none stands alone, takes the first one, as a story without a
 * quote would tell nothing.
 */
function keySentences(
  texts: readonly ArchivedArticle[],
  limit: number,
  weight: TermWeight,
): readonly StorySentence[] {
  const chosen = selectKeySentences(texts, limit, weight);
  return chosen.length > 0 ? chosen : firstSentences(texts).slice(0, 1);
}

function outletNames(articles: readonly ArchivedArticle[]): string[] {
  const named = articles.flatMap((article) =>
    outletsOf(article).map(({ key, publisher }) => [key, publisher ?? articleLabel(article)] as const),
  );
  return [...new Map(named).values()];
}
