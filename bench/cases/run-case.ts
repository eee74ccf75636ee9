import type { Case, Step } from './case.js';
import { commandOutput } from './command-output.js';
import { feedOutput } from './feed-output.js';
import { textOutput } from './text-output.js';

export interface CaseResult {
  readonly verdict: 'pass' | 'partly' | 'fail';
  /** What does not hold, a line each. */
  readonly wrong: readonly string[];
  readonly output: string;
}

/** Runs the steps of a case, and compares the output with the patterns that must, or must not, be found in it. */
export async function runCase({ steps, folder }: Case): Promise<CaseResult> {
  const outputs: string[] = [];
  const wrong: string[] = [];
  for (const step of steps) {
    const output = await outputOf(step, folder);
    outputs.push(output);
    const isFound = (pattern: string): boolean => new RegExp(pattern, 'ms').test(output);
    wrong.push(...step.has.filter((each) => !isFound(each)).map((each) => `missing: ${each}`));
    wrong.push(...step.not.filter(isFound).map((each) => `should not be there: ${each}`));
  }
  const patterns = steps.flatMap(({ has, not }) => [...has, ...not]).length;
  const verdict = wrong.length === 0 ? 'pass' : wrong.length === patterns ? 'fail' : 'partly';
  return { verdict, wrong, output: `${outputs.join('\n')}\n` };
}

async function outputOf(step: Step, folder: string): Promise<string> {
  try {
    if (step.kind === 'feed') return await feedOutput(step, folder);
    if (step.kind === 'cli') return commandOutput(step, folder, null);
    return await textOutput(step, folder);
  } catch (error) {
    return `THROWN ${error instanceof Error ? error.stack : String(error)}`;
  }
}
