import path from 'node:path';
import type * as Asking from '../../../src/answer/ask.js';
import type * as Reading from '../../../src/answer/question.js';
import type * as Opening from '../../../src/archive/open-archive.js';
import type * as Passages from '../../../src/archive/passages.js';
import { HITS, type SpeedEngine } from './engine.js';

// As it is installed: threads run what is built only. The casts are safe: the modules were compiled from those sources.
const inBuild = (file: string): Promise<unknown> =>
  import(new URL(`../../../dist/${file}`, import.meta.url).href);
const { openArchive } = (await inBuild('archive/open-archive.js')) as typeof Opening;
const { passageText } = (await inBuild('archive/passages.js')) as typeof Passages;
const { readQuestion } = (await inBuild('answer/question.js')) as typeof Reading;
const { ask } = (await inBuild('answer/ask.js')) as typeof Asking;

/** What both have in common: Clippings reads its own files. */
const building: Pick<SpeedEngine, 'build'> = {
  async build({ articlesFolder }, folder) {
    const archive = await openArchive({ articlesFolder, indexFolder: path.join(folder, 'index') });
    await archive.close();
  },
};

/** The passages that Clippings finds, before it looks at their sentences. */
export const clippings: SpeedEngine = {
  ...building,
  async open({ articlesFolder }, folder) {
    const archive = await openArchive({ articlesFolder, indexFolder: path.join(folder, 'index') });
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
  },
};

/** So many quotes make a thousand characters, even short ones. */
const QUOTES = 10;

/** Whole answers: the sentences that answer best, or the near misses of a refusal. */
export const clippingsAnswers: SpeedEngine = {
  ...building,
  async open({ articlesFolder }, folder) {
    const archive = await openArchive({ articlesFolder, indexFolder: path.join(folder, 'index') });
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
