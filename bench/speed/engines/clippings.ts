import { open } from 'node:fs/promises';
import path from 'node:path';
import { ask } from '../../../src/answer/ask.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { timeOf } from '../../../src/archive/article-time.js';
import { readSnapshot } from '../../../src/archive/folders/snapshot.js';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import { openArchive, type SyncedArchive } from '../../../src/archive/open-archive.js';
import type { PassageIndex } from '../../../src/archive/passage-index.js';
import { passageText } from '../../../src/archive/passages.js';
import { type Collection, HITS, type OpenIndex, type SpeedEngine } from './engine.js';

/** What all have in common: Clippings reads its own files. */
async function openIn(folder: string, { articlesFolder }: Collection): Promise<SyncedArchive> {
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
    const { vocabulary, articles } = await readSnapshot(
      await open(path.join(folder, 'index', 'archive.snapshot')),
    );
    const content = articles.map(({ summary, terms }) => ({
      id: summary.id,
      time: timeOf(summary),
      sources: summary.sources,
      terms,
    }));
    const everything = { postings: Number.POSITIVE_INFINITY, articles: Number.POSITIVE_INFINITY };
    const index = new MiniSearchIndex({ vocabulary, articles: content }, everything);
    return passagesOf(index, await openIn(folder, collection));
  },
};

function passagesOf(index: Pick<PassageIndex, 'search'>, archive: SyncedArchive): OpenIndex {
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
