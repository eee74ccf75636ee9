import path from 'node:path';
import { dossierArchive } from '../archives/dossier-archive.js';
import { measureSeeds, type SeedsOutcome } from '../measures/seeds.js';
import type { EngineResult, SetResult } from '../results.js';
import { type Dossier, foldText, readDossiers } from '../sets/dossiers.js';
import { readNewsArticles } from '../sets/news.js';
import type { SeedQuestions } from '../sets/seeds.js';
import type { EngineName, RunOptions } from './options.js';
import { quoteEngine } from './seeds.js';

/** Our own questions about news of other days, five articles at a time. The weights are learned from these. */
export async function runDossiers(options: RunOptions, project: string): Promise<SetResult | null> {
  const dossiers = readDossiers(project, readNewsArticles(path.join(options.data, 'news')));
  if (dossiers.length === 0) return null;
  const outcomes = new Map<EngineName, SeedsOutcome[]>([...options.engines].map((name) => [name, []]));
  const progress = options.startProgress('dossiers', dossiers.length);
  for (const dossier of dossiers) {
    const archive = await dossierArchive(dossier.articles);
    for (const [name, found] of outcomes)
      found.push(await measureSeeds(await quoteEngine(name, archive), asQuestions(dossier)));
    progress.tick();
  }
  progress.done();
  const count = (isAnswered: boolean): number =>
    dossiers.flatMap(({ questions }) => questions).filter(({ gold }) => gold.length > 0 === isAnswered)
      .length;
  return {
    set: 'dossiers',
    size: `${dossiers.length} times five articles, ${count(true)} answerable questions, ${count(false)} others`,
    engines: [...outcomes.values()].map(mean),
    failures: [...outcomes.values()].at(-1)?.flatMap(({ failures }) => failures) ?? [],
    notes: ['The weights are learned from these questions; npm run train prints cross-validated figures.'],
  };
}

function asQuestions({ questions }: Dossier): SeedQuestions {
  const numbered = questions.map((question, index) => ({ ...question, id: String(index) }));
  return {
    answerable: numbered
      .filter(({ gold }) => gold.length > 0)
      .map(({ id, question, kind, gold }) => ({ id, question, kind, answers: gold.map(literally) })),
    unanswerable: numbered
      .filter(({ gold }) => gold.length === 0)
      .map(({ id, question, kind }) => ({ id, question, why: kind })),
  };
}

function literally(words: string): RegExp {
  return new RegExp(foldText(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
}

/** Every dossier has as many questions. */
function mean(outcomes: readonly SeedsOutcome[]): EngineResult {
  const results = outcomes.map(({ result }) => result);
  const average = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [first] = results;
  const names = Object.keys(first?.figures ?? {});
  return {
    engine: first?.engine ?? '',
    figures: Object.fromEntries(
      names.map((name) => {
        const values = results.map(({ figures }) => figures[name] ?? null);
        return [name, values.includes(null) ? null : average(values.map(Number))];
      }),
    ),
    time: {
      median: average(results.map(({ time }) => time?.median ?? 0)),
      p95: average(results.map(({ time }) => time?.p95 ?? 0)),
    },
  };
}
