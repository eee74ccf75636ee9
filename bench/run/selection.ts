import path from 'node:path';
import { clippingsCandidates } from '../engines/clippings-candidates.js';
import { plainCandidates } from '../engines/plain-engines.js';
import { measureSelection, type SelectionOutcome } from '../measures/selection.js';
import type { SetResult } from '../results.js';
import { readSelection, type SelectionName } from '../sets/selection.js';
import { sample } from '../shuffle.js';
import type { RunOptions } from './options.js';

/** Which of a question's candidate sentences answers it; the development part of the set. */
export async function runSelection(set: SelectionName, options: RunOptions): Promise<SetResult> {
  const all = readSelection(path.join(options.data, set), 'dev');
  const questions = sample(all, options.sample);
  const outcomes: SelectionOutcome[] = [];
  for (const name of options.engines) {
    if (name !== 'clippings') {
      outcomes.push(await measureSelection(plainCandidates(name, all), questions));
      continue;
    }
    // Only wikiqa's candidates stand in the order of their document.
    const arrangements = set === 'wikiqa' ? (['apart', 'together'] as const) : (['apart'] as const);
    for (const arrangement of arrangements) {
      outcomes.push(await measureSelection(await clippingsCandidates(all, arrangement), questions));
    }
  }
  const answerable = questions.filter(({ candidates }) => candidates.some(({ right }) => right)).length;
  return {
    set: `${set} dev`,
    size: `${answerable} questions with an answer`,
    engines: outcomes.map(({ result }) => result),
    failures: outcomes.at(-1)?.failures ?? [],
    notes: ['  Equal scores stand in the order of a fixed shuffle.'],
  };
}
