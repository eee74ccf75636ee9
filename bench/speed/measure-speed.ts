import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { articlesOf } from './articles.js';
import { writeCollection } from './collection.js';
import { SHARING, SLOW, SPEED_ENGINE_NAMES, SPEED_ENGINES, type SpeedEngineName } from './engines/index.js';
import { hitsOf, textsOf } from './hits.js';
import type { Figures, Run } from './measured.js';
import { readSpeedQuestions } from './questions.js';
import { runEngine } from './run-engine.js';

export interface SpeedOptions {
  readonly articlesFile: string;
  readonly sizes: readonly number[];
  /** Null means all engines that are not too slow for the size. */
  readonly engines: readonly SpeedEngineName[] | null;
  /** Seconds of processor time that building may take, and that answering all questions may take. */
  readonly limit: number;
  /** Holds collections and indices during the measurement. */
  readonly folder: string;
  /** Where collections are kept for the next measurement; null if they are not. */
  readonly collections: string | null;
}

/** Slow engines are not given more passages than this. */
const LARGE = 50_000;

/**
 * Measures the engines one after the other, for each size in turn.
 * @param start what has been measured already
 * @param tell receives everything measured so far, and a line about the latest
 */
export async function measureSpeed(
  options: SpeedOptions,
  start: Run,
  tell: (run: Run, line: string) => void,
): Promise<Run> {
  if (options.sizes.every((passages) => enginesLacking(start, passages, options.engines).length === 0))
    return start;
  let articles: readonly ArchivedArticle[] | null = null;
  const read = (): readonly ArchivedArticle[] => {
    if (articles === null) tell(start, `Reading ${options.articlesFile}`);
    articles ??= articlesOf(options.articlesFile);
    return articles;
  };
  const questions = readSpeedQuestions(options.articlesFile, read);
  const questionsFile = path.join(options.folder, 'questions.txt');
  writeFileSync(questionsFile, questions.map(({ question }) => question).join('\n'));
  let run: Run = { ...start, questions: questions.length };
  for (const passages of options.sizes) {
    const names = enginesLacking(run, passages, options.engines);
    if (names.length === 0) continue;
    const folder = path.join(options.folder, String(passages));
    mkdirSync(folder);
    const collection = await writeCollection(
      read,
      passages,
      path.join(options.collections ?? options.folder, String(passages)),
    );
    run = { ...run, articles: { ...run.articles, [passages]: collection.articles } };
    for (const engine of names) {
      const isClippings = engine === 'clippings' || SHARING.has(engine);
      const index = path.join(folder, isClippings ? 'clippings' : engine);
      const result = await runEngine({
        engine,
        collection,
        questionsFile,
        folder: index,
        limit: options.limit,
      });
      const outcome =
        typeof result === 'string'
          ? result
          : { ...result.cost, ...hitsOf(questions, result.found, await textsOf(result.found, collection)) };
      run = { ...run, measurements: [...run.measurements, { engine, passages, outcome }] };
      tell(run, `${passages} passages, ${SPEED_ENGINES[engine]}: ${inShort(outcome)}`);
      if (!isClippings) rmSync(index, { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true });
  }
  return run;
}

/** Returns the engines that are wanted for a size and not measured yet. */
function enginesLacking(
  { measurements }: Run,
  passages: number,
  wanted: SpeedOptions['engines'],
): readonly SpeedEngineName[] {
  const engines = wanted ?? SPEED_ENGINE_NAMES.filter((engine) => passages < LARGE || !SLOW.has(engine));
  return engines.filter(
    (engine) => !measurements.some((known) => known.engine === engine && known.passages === passages),
  );
}

function inShort(outcome: Figures | string): string {
  if (typeof outcome === 'string') return outcome;
  const { buildSeconds, startSeconds, median } = outcome;
  return `build ${buildSeconds?.clock.toFixed(1) ?? '–'} s, start ${startSeconds.clock.toFixed(1)} s, median ${median.clock.toFixed(1)} ms`;
}
