import type { News, NewsStory } from '../news.js';
import { dot, type TermVector, termVector } from '../term-vector.js';

/** A story is about a topic if it is at least this relevant; see docs/digest.md. */
const ABOUT = 0.15;

/**
 * Selects the stories that are about a topic, the most relevant first.
 * @param topic see `topicVector`
 */
export function storiesAbout(news: News, topic: TermVector, cut = ABOUT): NewsStory[] {
  return news.stories
    .map((story) => ({ story, relevance: relevance(news, story, topic) }))
    .filter((each) => each.relevance >= cut)
    .sort((a, b) => b.relevance - a.relevance)
    .map(({ story }) => story);
}

/**
 * How much a story is about a topic: the mean over its articles, each as a whole and by its title and opening, as when
 * articles are grouped into stories.
 */
export function relevance({ terms, weight }: News, { whole }: NewsStory, topic: TermVector): number {
  const each = whole.articles.flatMap((article) => {
    const counts = terms.get(article);
    if (counts === undefined) return [];
    const [all, opening] = [counts.whole, counts.opening].map((part) => dot(topic, termVector(part, weight)));
    return ((all ?? 0) + (opening ?? 0)) / 2;
  });
  return each.reduce((sum, value) => sum + value, 0) / (each.length || 1);
}
