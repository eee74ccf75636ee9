import { open } from 'node:fs/promises';
import path from 'node:path';
import type * as Asking from '../../../src/answer/ask.js';
import type * as Reading from '../../../src/answer/question/question.js';
import type * as Times from '../../../src/archive/article-time.js';
import type * as Snapshots from '../../../src/archive/folders/snapshot.js';
import type * as Indices from '../../../src/archive/memory/minisearch-index.js';
import type * as Opening from '../../../src/archive/open-archive.js';
import type { PassageIndex } from '../../../src/archive/passage-index.js';
import type * as Passages from '../../../src/archive/passages.js';
import { type Collection, HITS, type OpenIndex, type SpeedEngine } from './engine.js';

// Threads can run only built code, so the build is used, as in an installation. The casts are safe: the
// modules were compiled from these sources.
const inBuild = (file: string): Promise<unknown> =>
  import(new URL(`../../../dist/${file}`, import.meta.url).href);
const { openArchive } = (await inBuild('archive/open-archive.js')) as typeof Opening;
const { passageText } = (await inBuild('archive/passages.js')) as typeof Passages;
const { readQuestion } = (await inBuild('answer/question/question.js')) as typeof Reading;
const { ask } = (await inBuild('answer/ask.js')) as typeof Asking;

/** What all have in common: Clippings reads its own files. */
async function openIn(folder: string, { articlesFolder }: Collection): Promise<Opening.SyncedArchive> {
  return openArchive({ articlesFolder, indexFolder: path.join(folder, 'index') });
}

async function build(collection: Collection, folder: string): Promise<void> {
  await (await openIn(folder, collection)).close();
}

/** Finds passages as Clippings does, before it looks at their sentences. */
export const clippings: SpeedEngine = {
  build,
  async open(collection, folder) {
    const archive = await openIn(folder, collection);
    return passagesOf(archive, archive);
  },
};

/**
 * Finds what Clippings would find if it scored every passage that shares a term with the question, at any
 * cost.
 */
export const clippingsUnbounded: SpeedEngine = {
  build,
  async open(collection, folder) {
    const { readSnapshot } = (await inBuild('archive/folders/snapshot.js')) as typeof Snapshots;
    const { MiniSearchIndex } = (await inBuild('archive/memory/minisearch-index.js')) as typeof Indices;
    const { timeOf } = (await inBuild('archive/article-time.js')) as typeof Times;
    const { vocabulary, articles } = await readSnapshot(
      await open(path.join(folder, 'index', 'archive.snapshot')),
    );
    const content = articles.map(({ summary, terms }) => ({ id: summary.id, time: timeOf(summary), terms }));
    const everything = { postings: Number.POSITIVE_INFINITY, articles: Number.POSITIVE_INFINITY };
    const index = new MiniSearchIndex({ vocabulary, articles: content }, everything);
    return passagesOf(index, await openIn(folder, collection));
  },
};

function passagesOf(index: Pick<PassageIndex, 'search'>, archive: Opening.SyncedArchive): OpenIndex {
  const texts = new Map<string, () => Promise<string>>();
  return {
    search: async (question) => {
      const terms = readQuestion(question).terms.map(({ term, share, known }) => ({
        term,
        weight: share,
        fuzzy: !known,
      }));
      const hits = await index.search({ terms, limit: HITS });
      for (const { passage } of hits) {
        texts.set(passage.id, async () => {
          const article = await archive.article(passage.article);
          return article === undefined ? '' : passageText(article, passage);
        });
      }
      return hits.map(({ passage }) => passage.id);
    },
    textOf: async (id) => (await texts.get(id)?.()) ?? '',
  };
}

/** This many quotes make up a thousand characters even if they are short. */
const QUOTES = 10;

/** Gives whole answers: the sentences that answer best, or the near misses of a refusal. */
export const clippingsAnswers: SpeedEngine = {
  build,
  async open(collection, folder) {
    const archive = await openIn(folder, collection);
    const texts = new Map<string, string>();
    return {
      search: async (question) => {
        const answer = await ask(archive, question, { top: QUOTES });
        const quotes = answer.answered ? answer.snippets : answer.related;
        return quotes.map(({ text, source }) => {
          const id = `${source.article} ${text}`;
          texts.set(id, text);
          return id;
        });
      },
      textOf: async (id) => texts.get(id) ?? '',
    };
  },
};
