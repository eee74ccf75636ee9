import path from 'node:path';
import { clippingsQuotes } from '../engines/clippings-quotes.js';
import type { QuoteEngine } from '../engines/engine.js';
import { plainPassages } from '../engines/plain-engines.js';
import { measureNews, type NewsOutcome } from '../measures/news.js';
import type { SetResult } from '../results.js';
import { type NewsSet, readNews } from '../sets/news.js';
import { newsArchive } from '../sets/news-archive.js';
import { sample } from '../shuffle.js';
import type { EngineName, RunOptions } from './options.js';

const PASSAGE_CHARACTERS = 600;
/** Enough for a thousand characters, even of short quotes. */
const QUOTES = 10;

/** Quiz questions asked of thousands of news articles. */
export async function runNews(options: RunOptions): Promise<SetResult[]> {
  const set = readNews(path.join(options.data, 'news'));
  const questions = sample(set.questions, options.sample);
  const outcomes: NewsOutcome[] = [];
  // One after the other, so that only one index is in memory.
  for (const name of options.engines) {
    outcomes.push(await measureNews(await quoteEngine(name, set), questions, options.startProgress));
  }
  return [
    {
      set: 'news',
      size: `${questions.length.toLocaleString('en')} questions, ${set.articles.length.toLocaleString('en')} articles`,
      engines: outcomes.map(({ result }) => result),
      failures: outcomes.at(-1)?.failures ?? [],
      notes: [],
    },
  ];
}

async function quoteEngine(name: EngineName, set: NewsSet): Promise<QuoteEngine> {
  if (name !== 'clippings') return plainPassages(name, set.articles, PASSAGE_CHARACTERS);
  return clippingsQuotes(await newsArchive(set.articles), QUOTES);
}
