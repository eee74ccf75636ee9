import type { Archive, ArticleSummary } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { archiveWeights } from './archive-weights.js';
import { articleTerms, groupStories } from './stories/group-stories.js';

/** How many of an article's most telling terms are looked for, in how many passages. */
const TERMS = 25;
const PASSAGES = 60;
/** How many articles are compared with it in full. */
const COMPARED = 20;

/**
 * Finds other articles that report the same story as one does, by the same measure as a digest does, newest
 * first. The cost does not depend on the size of the archive.
 */
export async function sameStory(archive: Archive, id: string): Promise<readonly ArticleSummary[]> {
  const article = await archive.article(id);
  if (article === undefined) return [];
  const terms = new Map([[article, articleTerms(article)]]);
  for (const near of await articlesLike(archive, article)) terms.set(near, articleTerms(near));
  const weight = await archiveWeights(
    archive,
    [...terms.values()].map(({ counts }) => counts),
  );
  const story = groupStories(terms, weight).find((group) => group.includes(article)) ?? [];
  const others = new Set(story.filter((each) => each !== article).map((each) => each.id));
  return archive.articles().filter((summary) => others.has(summary.id));
}

/** Finds the articles that share an article's most telling terms. */
async function articlesLike(archive: Archive, article: ArchivedArticle): Promise<ArchivedArticle[]> {
  const { counts } = articleTerms(article);
  const weight = await archiveWeights(archive, [counts]);
  const terms = [...counts]
    .map(([term, count]) => ({ term, weight: (1 + Math.log(count)) * weight(term) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS);
  const hits = await archive.search({ terms, limit: PASSAGES });
  const ids = new Set(hits.map(({ passage }) => passage.article));
  ids.delete(article.id);
  const found = await Promise.all([...ids].slice(0, COMPARED).map((id) => archive.article(id)));
  return found.filter((each) => each !== undefined);
}
