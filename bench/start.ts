/**
 * Measures what a start costs: a question at the command line over the articles that ship, beside an empty program of Node.js in
 * the same run. Times are of the processor, so that it hardly matters what else the machine does.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { builtMain } from '../test/built.js';
import { percentile } from './metrics/times.js';

const run = promisify(execFile);

const ROUNDS = 15;
const QUESTION = 'How many American soldiers are stationed in Iraq?';

/** What each process prints when it ends. */
const Usage = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });
const MARK = 'usage: ';
const REPORT = `process.on('exit', () => process.stderr.write('\\n${MARK}' + JSON.stringify(process.resourceUsage())))`;

interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Runs a program of Node.js to its end. */
async function costOf(words: readonly string[], folder: string): Promise<Cost> {
  const report = ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`];
  const env = {
    ...process.env,
    ARTICLES_FOLDER: '',
    INDEX_FOLDER: path.join(folder, 'index'),
    STORE_URL: '',
  };
  const { stderr } = await run(process.execPath, [...report, ...words], { cwd: folder, env });
  const line = stderr.split('\n').findLast((each) => each.startsWith(MARK)) ?? '';
  const { userCPUTime, systemCPUTime, maxRSS } = Usage.parse(JSON.parse(line.slice(MARK.length)));
  return { milliseconds: (userCPUTime + systemCPUTime) / 1_000, megabytes: maxRSS / 1_024 };
}

function median(costs: readonly Cost[], part: keyof Cost): number {
  return percentile(
    costs.map((cost) => cost[part]),
    0.5,
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'clippings-start-'));
try {
  const programs = { node: ['-e', '0'], ask: [builtMain(), 'ask', QUESTION] };
  // The first start builds the index, and lets newer versions of Node.js keep compiled code.
  await costOf(programs.ask, folder);
  const costs: Record<keyof typeof programs, Cost[]> = { node: [], ask: [] };
  for (let round = 0; round < ROUNDS; round++) {
    costs.node.push(await costOf(programs.node, folder));
    costs.ask.push(await costOf(programs.ask, folder));
  }
  for (const [name, of] of Object.entries(costs)) {
    const [time, memory] = [median(of, 'milliseconds'), median(of, 'megabytes')];
    console.log(`${name.padEnd(5)} ${time.toFixed(0).padStart(5)} ms ${memory.toFixed(0).padStart(5)} MB`);
  }
  const times = median(costs.ask, 'milliseconds') / median(costs.node, 'milliseconds');
  console.log(`A question takes ${times.toFixed(1)} times as long as an empty program.`);
} finally {
  rmSync(folder, { recursive: true });
}
