import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { openArchive } from '../../src/archive/open-archive.js';
import { clippingsQuotes } from '../engines/clippings-quotes.js';
import type { QuoteEngine } from '../engines/engine.js';
import { quotesOf } from '../engines/plain-engines.js';
import { PlainMiniSearch } from '../engines/plain-minisearch.js';
import { measureSeeds, type SeedsOutcome } from '../measures/seeds.js';
import type { SetResult } from '../results.js';
import { readSeedQuestions, type SeedQuestions } from '../sets/seeds.js';
import type { EngineName, RunOptions } from './options.js';

/** As many quotes as a person is shown. */
const QUOTES = 3;

/** Questions about the five articles that ship with Clippings: test/questions/README.md says how they were written. */
const QUESTIONS = { seeds: 'seeds.json', 'seeds, by others': 'seeds-by-others.json' };
/** The sets among the others' whose writers were asked to paraphrase what they could. */
const PARAPHRASED = /^[uv]/;

export async function runSeeds(options: RunOptions, project: string): Promise<SetResult[]> {
  return withSeeds(project, async (archive) => {
    const results: SetResult[] = [];
    for (const [set, file] of Object.entries(QUESTIONS)) {
      const questions = readSeedQuestions(path.join(project, 'test/questions', file));
      results.push(await measureSet(set, questions, options, archive));
    }
    const others = readSeedQuestions(path.join(project, 'test/questions', QUESTIONS['seeds, by others']));
    results.push(await measureSet('seeds, paraphrased', paraphrased(others), options, archive));
    return results;
  });
}

function paraphrased({ answerable, unanswerable }: SeedQuestions): SeedQuestions {
  return {
    answerable: answerable.filter(({ id }) => PARAPHRASED.test(id)),
    unanswerable: unanswerable.filter(({ id }) => PARAPHRASED.test(id)),
  };
}

async function measureSet(
  set: string,
  questions: SeedQuestions,
  options: RunOptions,
  archive: Archive,
): Promise<SetResult> {
  const outcomes: SeedsOutcome[] = [];
  for (const name of options.engines)
    outcomes.push(await measureSeeds(await quoteEngine(name, archive), questions));
  return {
    set,
    size: `${questions.answerable.length} answerable questions, ${questions.unanswerable.length} others`,
    engines: outcomes.map(({ result }) => result),
    failures: outcomes.at(-1)?.failures ?? [],
    notes: [],
  };
}

/** Opens the seed articles, with an index that is thrown away after. */
export async function withSeeds<T>(project: string, work: (archive: Archive) => Promise<T>): Promise<T> {
  const indexFolder = mkdtempSync(path.join(tmpdir(), 'clippings-eval-'));
  try {
    const archive = await openArchive({ articlesFolder: path.join(project, 'seeds'), indexFolder });
    try {
      return await work(archive);
    } finally {
      await archive.close();
    }
  } finally {
    rmSync(indexFolder, { recursive: true });
  }
}

/** The quotes of an engine over an archive: for the plain ones, of all its sentences. */
export async function quoteEngine(name: EngineName, archive: Archive): Promise<QuoteEngine> {
  if (name === 'clippings') return clippingsQuotes(archive, QUOTES);
  const articles = await Promise.all(archive.articles().map(({ id }) => archive.article(id)));
  const documents = articles.flatMap((article) =>
    (article?.sentences ?? []).map(({ text, number }) => ({ id: `${article?.id} ${number}`, text })),
  );
  const index = new PlainMiniSearch(name, documents);
  const textOf = new Map(documents.map(({ id, text }) => [id, text]));
  return quotesOf(name, index, QUOTES, (id) => ({ text: textOf.get(id) ?? '', article: id }));
}
