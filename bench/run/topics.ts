import path from 'node:path';
import { FOUND, matchStrength } from '../../src/answer/question/match-strength.js';
import { readQuestion } from '../../src/answer/question/question.js';
import type { Archive } from '../../src/archive/archive.js';
import { storySentences } from '../../src/archive/passage.js';
import { TOLD_STORIES } from '../../src/digest/digest.js';
import { type News, type NewsStory, readNews } from '../../src/digest/news.js';
import { periodOfDays } from '../../src/digest/schedule/period.js';
import { OPENING } from '../../src/digest/stories/article-features.js';
import { storiesAbout } from '../../src/digest/topic/about-topic.js';
import { topicVector } from '../../src/digest/topic/topic-vector.js';
import { addDays } from '../../src/text/dates/calendar.js';
import { tokenise } from '../../src/text/tokens.js';
import { share } from '../metrics/ranking.js';
import type { EngineResult, Failure, SetResult } from '../results.js';
import { type DigestTopic, readDigestTopics, TOPIC_WEEKS } from '../sets/digest.js';
import { readNewsArticles } from '../sets/news.js';
import { withNews } from './news.js';
import type { RunOptions } from './options.js';

/** The stories of a week that an engine finds for a topic, beside all of the week. */
interface TopicEdition {
  readonly topic: DigestTopic;
  readonly week: string;
  readonly shown: readonly NewsStory[];
  readonly all: readonly NewsStory[];
}

type Select = (archive: Archive, news: News, topic: string) => Promise<readonly NewsStory[]>;

const ENGINES: Readonly<Record<string, Select>> = {
  'has all words': async (_, news, topic) => news.stories.filter((story) => hasAllWords(story, topic)),
  Clippings: async (archive, news, topic) => storiesAbout(news, await topicVector(archive, topic)),
};

/** Weekly digests on a topic: are their stories about it? */
export async function runTopics(options: RunOptions): Promise<SetResult> {
  const topics = readDigestTopics();
  const articles = readNewsArticles(path.join(options.data, 'news'));
  const editions = await withNews(options, { articles }, async (archive) => {
    const progress = options.startProgress('topics', TOPIC_WEEKS.length);
    const found = new Map(Object.keys(ENGINES).map((name): [string, TopicEdition[]] => [name, []]));
    for (const week of TOPIC_WEEKS) {
      const news = await readNews(archive, periodOfDays(week, addDays(week, 6)));
      for (const [name, select] of Object.entries(ENGINES)) {
        for (const topic of topics) {
          const shown = await select(archive, news, topic.topic);
          found.get(name)?.push({ topic, week, shown, all: news.stories });
        }
      }
      progress.tick();
    }
    progress.done();
    return found;
  });
  const halves = ['choose', 'report'] as const;
  const sizes = halves.map((half) => topics.filter((topic) => topic.half === half).length);
  return {
    set: 'topics',
    size: `${sizes[0]} topics to choose the cut by and ${sizes[1]} others, over ${TOPIC_WEEKS.length} weeks`,
    engines: halves.flatMap((half) =>
      Array.from(editions, ([name, all]): EngineResult => {
        const ofHalf = all.filter(({ topic }) => topic.half === half);
        return { engine: `${name}, topics to ${half}`, figures: figures(ofHalf), time: null };
      }),
    ),
    failures: (editions.get('Clippings') ?? []).flatMap(mistakes),
    notes: [],
  };
}

function figures(editions: readonly TopicEdition[]): EngineResult['figures'] {
  const listed = editions.flatMap(({ topic, shown }) => shown.map((story) => isAbout(story, topic)));
  const told = editions.flatMap(({ topic, shown }) =>
    shown.slice(0, TOLD_STORIES).map((story) => isAbout(story, topic)),
  );
  const wanted = editions.flatMap(({ topic, shown, all }) =>
    all.filter((story) => isAbout(story, topic)).map((story) => shown.includes(story)),
  );
  return {
    'told stories right': share(told, Boolean),
    'all shown stories right': share(listed, Boolean),
    'stories found': share(wanted, Boolean),
    told: told.length,
    shown: listed.length,
    'about the topic': wanted.length,
  };
}

/** A story is about a topic if at least half of its articles are. */
function isAbout({ whole }: NewsStory, { articles }: DigestTopic): boolean {
  return share(whole.articles, ({ id }) => articles.has(id)) >= 0.5;
}

function mistakes({ topic, week, shown }: TopicEdition): Failure[] {
  const wrong = shown.slice(0, TOLD_STORIES).filter((story) => !isAbout(story, topic));
  if (wrong.length === 0) return [];
  const got = wrong.map(({ whole }) => whole.articles[0]?.title ?? '');
  return [{ question: `${topic.topic}, week of ${week}`, wanted: [], got, verdict: 'not about the topic' }];
}

/** What a filter for words would do: each stands in the title or opening of one of the articles. */
function hasAllWords({ whole }: NewsStory, topic: string): boolean {
  const { terms } = readQuestion(topic);
  const words = whole.articles.flatMap((article) =>
    [
      article.title ?? '',
      ...storySentences(article)
        .slice(0, OPENING)
        .map(({ text }) => text),
    ].flatMap(tokenise),
  );
  return terms.every((term) => words.some((token) => matchStrength(term, token) >= FOUND));
}
