import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { openNewsArchive } from '../archives/news-archive.js';
import { clippingsQuotes } from '../engines/clippings-quotes.js';
import type { QuoteEngine } from '../engines/engine.js';
import { plainPassages } from '../engines/plain-engines.js';
import { measureNews, type NewsOutcome } from '../measures/news.js';
import { share } from '../metrics/ranking.js';
import { auroc } from '../metrics/separation.js';
import type { EngineResult, SetResult } from '../results.js';
import { type NewsSet, readNews } from '../sets/news.js';
import { sample } from '../shuffle.js';
import type { RunOptions } from './options.js';

const PASSAGE_CHARACTERS = 600;
/** Enough for a thousand characters, even of short quotes. */
const QUOTES = 10;

/** Quiz questions asked of thousands of news articles; and questions about what came after them. */
export async function runNews(
  options: RunOptions,
  wanted: { readonly news: boolean; readonly refusal: boolean },
): Promise<SetResult[]> {
  const set = readNews(path.join(options.data, 'news'));
  const questions = sample(set.questions, options.sample);
  const outcomes: NewsOutcome[] = [];
  let refusal: EngineResult | null = null;
  const measure = async (engine: QuoteEngine) => {
    outcomes.push(await measureNews(engine, questions, options.startProgress));
  };
  // One after the other, so that only one index is in memory.
  for (const name of options.engines) {
    if (name !== 'clippings') {
      if (wanted.news) await measure(plainPassages(name, set.articles, PASSAGE_CHARACTERS));
      continue;
    }
    await withNews(options, set, async (archive) => {
      const engine = clippingsQuotes(archive, QUOTES);
      if (wanted.news) await measure(withoutDay(engine));
      await measure(engine);
      if (wanted.refusal) refusal = await measureAfterTheArchive(engine, outcomes.at(-1), set, options);
    });
  }
  const results: SetResult[] = [];
  if (wanted.news) {
    results.push({
      set: 'news',
      size: `${questions.length.toLocaleString('en')} questions, ${set.articles.length.toLocaleString('en')} articles`,
      engines: outcomes.map(({ result }) => result),
      failures: outcomes.at(-1)?.failures ?? [],
      notes: [],
    });
  }
  if (refusal !== null) {
    results.push({
      set: 'refusal over news',
      size: `${questions.length} questions of the time, ${sample(set.afterTheArchive, options.sample).length} of later years`,
      engines: [refusal],
      failures: [],
      notes: [],
    });
  }
  return results;
}

/** The same, not told on which day it is asked. */
function withoutDay({ name, quote }: QuoteEngine): QuoteEngine {
  return { name: `${name}, no day`, quote: (question) => quote(question) };
}

/** Opens the archive of the set's articles. */
export async function withNews<T>(
  options: Pick<RunOptions, 'cache' | 'startProgress'>,
  set: Pick<NewsSet, 'articles'>,
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await openNewsArchive(set.articles, options.cache, options.startProgress);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

async function measureAfterTheArchive(
  engine: QuoteEngine,
  ofTheTime: NewsOutcome | undefined,
  set: NewsSet,
  options: RunOptions,
): Promise<EngineResult> {
  const questions = sample(set.afterTheArchive, options.sample);
  const progress = options.startProgress(`refusal over news, ${engine.name}`, questions.length);
  const later: { answered: boolean; confidence: number }[] = [];
  for (const { question, asked } of questions) {
    const { answered, confidence } = await engine.quote(question, asked);
    later.push({ answered, confidence: confidence ?? 0 });
    progress.tick();
  }
  progress.done();
  const earlier = ofTheTime?.confidences ?? [];
  return {
    engine: engine.name,
    figures: {
      'later questions refused': share(later, ({ answered }) => !answered),
      'questions of the time answered': ofTheTime?.result.figures.answered ?? null,
      AUROC: auroc(
        earlier.map((confidence) => confidence ?? 0),
        later.map(({ confidence }) => confidence),
      ),
    },
    time: null,
  };
}
