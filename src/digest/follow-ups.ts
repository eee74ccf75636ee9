import type { ArchivedArticle } from '../archive/passage.js';
import type { RunningStory } from './running-stories.js';
import type { FoundStory } from './stories/find-stories.js';
import type { ArticleTerms } from './stories/group-stories.js';
import { dot, type TermVector, type TermWeight, termVector } from './term-vector.js';

/** A story follows up an earlier one if their articles are on average this similar; see docs/digest.md. */
const FOLLOWS = 0.33;

interface ArticleVectors {
  readonly whole: TermVector;
  readonly opening: TermVector;
}

/**
 * Finds for each story the one of the edition before that it follows up, by the similarity by which articles are
 * grouped. A story that is like none of them is left out.
 * @param terms of all articles of both editions
 */
export function followedStories(
  stories: readonly RunningStory[],
  earlier: readonly FoundStory[],
  terms: ReadonlyMap<ArchivedArticle, ArticleTerms>,
  weight: TermWeight,
): Map<RunningStory, FoundStory> {
  const vectors = new Map(
    Array.from(terms, ([article, { whole, opening }]): [ArchivedArticle, ArticleVectors] => [
      article,
      { whole: termVector(whole, weight), opening: termVector(opening, weight) },
    ]),
  );
  const vectorsOf = ({ articles }: FoundStory) => articles.flatMap((article) => vectors.get(article) ?? []);
  const before = earlier.map((story) => ({ story, articles: vectorsOf(story) }));
  return new Map(
    stories.flatMap((story): [RunningStory, FoundStory][] => {
      const own = vectorsOf(story.whole);
      const [nearest] = before
        .map((each) => ({ story: each.story, likeness: likeness(own, each.articles) }))
        .sort((a, b) => b.likeness - a.likeness);
      return nearest && nearest.likeness >= FOLLOWS ? [[story, nearest.story]] : [];
    }),
  );
}

function likeness(some: readonly ArticleVectors[], others: readonly ArticleVectors[]): number {
  let sum = 0;
  for (const a of some)
    for (const b of others) sum += (dot(a.whole, b.whole) + dot(a.opening, b.opening)) / 2;
  return sum / (some.length * others.length || 1);
}
