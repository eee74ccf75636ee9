import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { clippingsSentences } from '../engines/clippings-sentences.js';
import type { SentenceEngine } from '../engines/engine.js';
import { plainSentences } from '../engines/plain-engines.js';
import { measureRefusal } from '../measures/refusal.js';
import { measureSquad, type SquadOutcome } from '../measures/squad.js';
import { reliabilityTable } from '../metrics/calibration.js';
import type { EngineResult, SetResult } from '../results.js';
import { readAfterTheArchive } from '../sets/news.js';
import { readSquad } from '../sets/squad.js';
import type { SquadSet } from '../sets/squad-set.js';
import { sample } from '../shuffle.js';
import type { EngineName, RunOptions } from './options.js';

/** The sentence that answers among all of the set, and whether questions that none answers are told apart. */
export async function runSquad(
  options: RunOptions,
  wanted: { readonly squad: boolean; readonly refusal: boolean },
): Promise<SetResult[]> {
  const set = readSquad(squadPlace(options.data));
  const questions = sample(set.questions, options.sample);
  const adversarial = sample(set.unanswerable, options.sample).map(({ question }) => question);
  const offTopic = sample(offTopicQuestions(options.data), options.sample).map(({ question }) => question);
  const texts = new Map(set.sentences.map(({ id, text }) => [id, text]));
  const outcomes: SquadOutcome[] = [];
  const refusals: EngineResult[] = [];
  for (const name of options.engines) {
    const engine = await sentenceEngine(name, set);
    const outcome = await measureSquad(engine, questions, (id) => texts.get(id) ?? id, options.startProgress);
    outcomes.push(outcome);
    if (wanted.refusal) {
      const asked = { answerable: outcome.confidences, offTopic, adversarial };
      refusals.push(await measureRefusal(engine, asked, options.startProgress));
    }
  }
  const count = (items: readonly unknown[]) => items.length.toLocaleString('en');
  const results: SetResult[] = [];
  if (wanted.squad) {
    results.push({
      set: 'squad',
      size: `${count(questions)} questions, ${count(set.sentences)} sentences`,
      engines: outcomes.map(({ result }) => result),
      reliability: reliabilityTable(outcomes.flatMap(({ judged }) => judged)),
      failures: outcomes.at(-1)?.failures ?? [],
      notes: [],
    });
  }
  if (wanted.refusal) {
    results.push({
      set: 'refusal',
      size: `${count(questions)} answerable questions, ${count(offTopic)} off-topic and ${count(adversarial)} adversarial ones, asked of squad`,
      engines: refusals,
      failures: [],
      notes: [],
    });
  }
  return results;
}

async function sentenceEngine(name: EngineName, set: SquadSet): Promise<SentenceEngine> {
  if (name !== 'clippings') return plainSentences(name, set);
  return clippingsSentences(set);
}

/** The folder or file in which squad is found. */
export function squadPlace(data: string): string {
  if (existsSync(data) && statSync(data).isFile()) return data;
  const folder = path.join(data, 'squad');
  return existsSync(folder) ? folder : data;
}

/** None when there is no news set beside squad. */
function offTopicQuestions(data: string): ReturnType<typeof readAfterTheArchive> {
  const folder = path.join(data, 'news');
  return existsSync(folder) ? readAfterTheArchive(folder) : [];
}
