import path from 'node:path';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import { readArticle } from '../../../src/articles/read-article.js';
import { type ArticleTerms, articleTerms, SAME_STORY } from '../../../src/digest/stories/group-stories.js';
import type { TermWeight } from '../../../src/digest/term-vector.js';
import { StoryIndex } from '../../../src/watch/story-index.js';
import { markdownOf } from '../../archives/dossier-archive.js';
import { termWeights } from '../../engines/term-weights.js';
import { share } from '../../metrics/ranking.js';
import type { EngineResult, SetResult } from '../../results.js';
import { readDigestDays } from '../../sets/digest.js';
import { readEventDocuments } from '../../sets/ecb.js';
import { readNewsArticles } from '../../sets/news.js';
import { shuffled } from '../../shuffle.js';
import { archived } from '../ecb.js';
import type { RunOptions } from '../options.js';

/** Thresholds that are tried beside the one of the program. */
const TRIED = [0.14, 0.18, SAME_STORY, 0.26, 0.3, 0.35];
/** Of a story, its newest articles tell how it goes on, as in the service. */
const STORY_ARTICLES = 8;

/** Articles that come in one after another, each of one event. */
interface Stream {
  readonly articles: readonly { readonly terms: ArticleTerms; readonly event: string }[];
  readonly weight: TermWeight;
}

/**
 * Follows each event from its first article on: of which others is a reader told? The events of one topic of ECB+ look
 * alike; those of a day of news do not. Of both, one half may choose a threshold, and the other reports.
 */
export function runFollows(options: RunOptions): SetResult[] {
  const ecb = ecbStreams(options);
  const days = dayStreams(options);
  return [
    ...(['choose', 'report'] as const).map((half, odd) =>
      result(
        `follows, ecb, ${half}`,
        ecb.filter((_, at) => at % 2 === odd),
      ),
    ),
    ...(['choose', 'report'] as const).map((half, odd) =>
      result(
        `follows, days, ${half}`,
        days.filter((_, at) => at % 2 === odd),
      ),
    ),
  ];
}

function ecbStreams({ data }: RunOptions): Stream[] {
  const documents = readEventDocuments(path.join(data, 'ecb'));
  const articles = documents.map(archived);
  const weight = termWeights(articles);
  const topics = [...new Set(documents.map(({ topic }) => topic))];
  return topics.map((topic) => ({
    weight,
    articles: shuffled(
      documents.flatMap((document, at) => {
        const article = articles[at];
        if (document.topic !== topic || article === undefined) return [];
        return [{ terms: articleTerms(article), event: document.event }];
      }),
      1,
    ),
  }));
}

function dayStreams({ data }: RunOptions): Stream[] {
  const days = readDigestDays(path.join(data, 'digest'));
  const wanted = new Set(
    days.flatMap(({ events, notStories }) => [...events.flatMap(({ articles }) => articles), ...notStories]),
  );
  const all = readNewsArticles(path.join(data, 'news'))
    .filter(({ id }) => wanted.has(id))
    .map((each) => archiveArticle(readArticle(`${each.id}.md`, Buffer.from(markdownOf(each)))));
  const known = new Map(all.map((article) => [article.id, article]));
  const weight = termWeights(all);
  return days.map(({ events, notStories }) => {
    const of = (ids: Iterable<string>, event: (id: string) => string) =>
      [...ids].flatMap((id) => {
        const article = known.get(id);
        return article === undefined ? [] : [{ terms: articleTerms(article), event: event(id) }];
      });
    return {
      weight,
      articles: [
        ...events.flatMap(({ name, articles }) => of(articles, () => name)),
        ...of(notStories, (id) => `none ${id}`),
      ],
    };
  });
}

function result(set: string, streams: readonly Stream[]): SetResult {
  const followed = streams.reduce((sum, stream) => sum + eventsOf(stream).length, 0);
  const articles = streams.reduce((sum, stream) => sum + stream.articles.length, 0);
  return {
    set,
    size: `${followed} events followed among ${articles} articles`,
    engines: TRIED.map((least) => ({
      engine: `from ${least}${least === SAME_STORY ? ', Clippings' : ''}`,
      figures: figures(streams, least),
      time: null,
    })),
    failures: [],
    notes: [],
  };
}

function figures(streams: readonly Stream[], least: number): EngineResult['figures'] {
  const told: boolean[] = [];
  const wanted: boolean[] = [];
  for (const stream of streams) {
    for (const event of eventsOf(stream)) {
      const heard = follow(stream, event, least);
      told.push(...heard.filter(({ isTold }) => isTold).map(({ isOf }) => isOf));
      wanted.push(...heard.filter(({ isOf }) => isOf).map(({ isTold }) => isTold));
    }
  }
  return {
    precision: share(told, (isOf) => isOf),
    recall: share(wanted, (isTold) => isTold),
    alerts: told.length,
    'to find': wanted.length,
  };
}

/** The events that have more than one article. */
function eventsOf({ articles }: Stream): string[] {
  const events = articles.map(({ event }) => event);
  return [...new Set(events)].filter((event) => events.filter((other) => other === event).length > 1);
}

function follow(
  { articles, weight }: Stream,
  event: string,
  least: number,
): { isTold: boolean; isOf: boolean }[] {
  const first = articles.findIndex((each) => each.event === event);
  const seed = articles[first];
  if (seed === undefined) return [];
  const index = new StoryIndex();
  index.add(1, [seed.terms], weight);
  let size = 1;
  return articles.slice(first + 1).map(({ terms, event: other }) => {
    const isTold = index.match(terms, weight, least).length > 0;
    if (isTold) {
      size = Math.min(STORY_ARTICLES, size + 1);
      index.grow(1, terms, weight, 1 / size);
    }
    return { isTold, isOf: other === event };
  });
}
