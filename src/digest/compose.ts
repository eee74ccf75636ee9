import type { Archive } from '../archive/archive.js';
import type { Digest, DigestStory, FollowedStory } from './digest.js';
import { type News, type NewsStory, readNews } from './news.js';
import type { Period } from './schedule/period.js';
import { STORY_MODEL, type StoryModel } from './stories/story-model.js';
import { readStory } from './story.js';
import { headlineOf, tellStory } from './tell-story.js';
import { termVector } from './term-vector.js';
import { storiesAbout } from './topic/about-topic.js';
import { topicVector } from './topic/topic-vector.js';

/** The most sentences that tell the first story, and each of the others. */
const LEAD_SENTENCES = 3;
const STORY_SENTENCES = 2;

/**
 * Composes the digest of a period: its stories, the most important first, each told in the outlets' own
 * sentences. A long day takes seconds; other work, such as answering questions, goes on in between.
 */
export async function composeDigest(
  archive: Archive,
  period: Period,
  model: StoryModel = STORY_MODEL,
): Promise<Digest> {
  return tellNews(await readNews(archive, period, model));
}

/** Tells the stories of a period. */
export async function tellNews(news: News): Promise<Digest> {
  const { period, vectors, weight } = news;
  const told: DigestStory[] = [];
  for (const [at, each] of news.stories.entries()) {
    const { whole, newest } = each;
    const limit = at === 0 ? LEAD_SENTENCES : STORY_SENTENCES;
    const story = await tellStory(readStory(whole, vectors), readStory(newest, vectors), limit, weight);
    const follows = followedBy(each, news);
    told.push(follows ? { ...story, follows } : story);
  }
  return {
    date: period.date,
    ...(period.days ? { days: period.days } : {}),
    stories: told,
    articles: news.articles,
  };
}

function followedBy(story: NewsStory, { follows, terms, weight }: News): FollowedStory | undefined {
  const earlier = follows.get(story);
  if (earlier === undefined) return undefined;
  const vectors = new Map(
    earlier.articles.map((article) => [article, termVector(terms.get(article)?.counts ?? new Map(), weight)]),
  );
  return headlineOf(readStory(earlier, vectors), weight);
}

/** Tells the stories of a period that are about a topic, the most relevant first. */
export async function tellNewsAbout(archive: Archive, news: News, topic: string): Promise<Digest> {
  const stories = storiesAbout(news, await topicVector(archive, topic));
  const articles = stories.reduce((sum, { whole }) => sum + whole.articles.length, 0);
  return tellNews({ ...news, stories, articles });
}
