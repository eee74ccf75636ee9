import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { readArticle } from '../../../src/articles/read-article.js';
import { foldCopies } from '../../../src/digest/copies.js';
import { startTelling } from '../../../src/digest/telling/key-sentences.js';
import type { Telling } from '../../../src/digest/telling/telling.js';
import type { TermWeight } from '../../../src/digest/term-vector.js';
import { markdownOf } from '../../archives/dossier-archive.js';
import { termWeights } from '../../engines/term-weights.js';
import type { DigestDay } from '../../sets/digest.js';
import type { NewsArticle } from '../../sets/news.js';

/** A story to learn the telling from, with the facts that an editor wants told. */
export interface TellingCase {
  /** Stories of one group are never split between learning and testing. */
  readonly group: string;
  /** 1 is the day's main event. */
  readonly rank: number;
  /** How much it counts. */
  readonly weight: number;
  /** What happened first. */
  readonly facts: readonly RegExp[];
  /** A telling in which nothing is told yet. */
  start(): Telling;
}

/** The events that an editor would print, of the days' articles. */
export function eventCases(days: readonly DigestDay[], articles: readonly NewsArticle[]): TellingCase[] {
  const dates = new Set<string>(days.map(({ day }) => day));
  const read = new Map(
    articles.filter(({ date }) => dates.has(date)).map((row) => [row.id, archived(row)] as const),
  );
  const weight = termWeights([...read.values()]);
  return days.flatMap(({ day, events }) =>
    events.map(({ articles: ids, facts, rank }): TellingCase => {
      const members = ids.flatMap((id) => read.get(id) ?? []);
      return { group: day, rank, weight: 1, facts, start: tellingOf(members, weight) };
    }),
  );
}

/** What a digest of the articles in `seeds/` has to say: few stories are told by so many outlets. */
const SEED_FACTS = [
  /parliament voted [^.]*to expel U\.S\. troops/,
  /vote is not binding/,
  /coalition .*paused operations/,
];
const SEED_WEIGHT = 70;

export function seedCase(project: string): TellingCase {
  const folder = path.join(project, 'seeds');
  const articles = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => archiveArticle(readArticle(file, readFileSync(path.join(folder, file)))));
  const start = tellingOf(articles, termWeights(articles));
  return { group: 'seeds', rank: 1, weight: SEED_WEIGHT, facts: SEED_FACTS, start };
}

function archived(row: NewsArticle): ArchivedArticle {
  return archiveArticle(readArticle(`${row.id}.md`, Buffer.from(markdownOf(row))));
}

/** Reading sentences takes time; a telling can start again from those that were read. */
function tellingOf(articles: readonly ArchivedArticle[], weight: TermWeight): () => Telling {
  let first: Telling | null = null;
  return () => {
    first ??= startTelling(
      foldCopies(articles).flatMap(([fullest]) => fullest ?? []),
      weight,
    );
    return first.again();
  };
}
