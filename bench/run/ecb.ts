import path from 'node:path';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readArticle } from '../../src/articles/read-article.js';
import { articleTerms, groupStories } from '../../src/digest/stories/group-stories.js';
import { termWeights } from '../engines/term-weights.js';
import { groupingQuality } from '../metrics/b-cubed.js';
import type { EngineResult, SetResult } from '../results.js';
import { type EventDocument, readEventDocuments } from '../sets/ecb.js';
import type { RunOptions } from './options.js';

/** Articles of events that look alike, two a topic: does each event become one story? */
export function runEcb(options: RunOptions): SetResult {
  const documents = readEventDocuments(path.join(options.data, 'ecb'));
  const articles = documents.map(archived);
  const weight = termWeights(articles);
  const events = new Map(documents.map(({ id, event }) => [id, event]));
  const topics = new Map(documents.map(({ id, topic }) => [id, topic]));
  const groups = groupStories(new Map(articles.map((article) => [article, articleTerms(article)])), weight);
  return {
    set: 'ecb',
    size: `${documents.length} articles of ${new Set(events.values()).size} events`,
    engines: [
      {
        engine: 'all apart',
        figures: figures(
          articles.map((each) => [each]),
          events,
        ),
        time: null,
      },
      { engine: 'by topic', figures: figures(byTopic(articles, topics), events), time: null },
      { engine: 'Clippings', figures: figures(groups, events), time: null },
    ],
    failures: [],
    notes: [],
  };
}

function figures(
  groups: readonly (readonly ArchivedArticle[])[],
  events: ReadonlyMap<string, string>,
): EngineResult['figures'] {
  const { precision, recall, f1 } = groupingQuality(
    groups.map((group) => group.map(({ id }) => events.get(id) ?? id)),
  );
  return {
    'B-cubed precision': precision,
    'B-cubed recall': recall,
    'B-cubed F1': f1,
    stories: groups.length,
  };
}

/** The groups of somebody who knows the topics and does not tell their two events apart. */
function byTopic(
  articles: readonly ArchivedArticle[],
  topics: ReadonlyMap<string, string>,
): ArchivedArticle[][] {
  const found = new Map<string | undefined, ArchivedArticle[]>();
  for (const article of articles) {
    const topic = topics.get(article.id);
    found.set(topic, [...(found.get(topic) ?? []), article]);
  }
  return [...found.values()];
}

export function archived({ id, text }: EventDocument): ArchivedArticle {
  return archiveArticle({ ...readArticle(`${id}.txt`, Buffer.from(text)), id });
}
