import path from 'node:path';
import { ask } from '../../../src/answer/ask.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { openArchive, type SyncedArchive } from '../../../src/archive/open-archive.js';
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
    return passagesOf(archive);
  },
};

function passagesOf(archive: SyncedArchive): OpenIndex {
  const texts = new Map<string, () => Promise<string>>();
  return {
    search: async (question) => {
      const terms = readQuestion(question).terms.map(({ term, share, known }) => ({
        term,
        weight: share,
        fuzzy: !known,
      }));
      const hits = await archive.search({ terms, limit: HITS });
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
