import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const evaluate = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'bench/eval.ts', ...args], { timeout: 60_000 });

const context =
  'The dam at Lakeview broke on Tuesday after a week of rain. Engineer Maria Santos had warned the council in May. Some 4,200 people left their homes. A new dam would cost $30 million.';
const squad = {
  version: 'v2.0',
  data: [
    {
      title: 'Lakeview',
      paragraphs: [
        {
          context,
          qas: [
            ['How many people left their homes?', '4,200'],
            ['Who had warned the council?', 'Maria Santos'],
          ]
            .map(([question = '', text = ''], index) => ({
              id: `q${index}`,
              question,
              is_impossible: false,
              answers: [{ text, answer_start: context.indexOf(text) }],
            }))
            .concat({
              id: 'none',
              question: 'Who won the chess championship?',
              is_impossible: true,
              answers: [],
            }),
        },
      ],
    },
  ],
};
const report = z.record(
  z.string(),
  z.object({
    engines: z.array(z.object({ engine: z.string(), figures: z.record(z.string(), z.number().nullable()) })),
  }),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-eval-test-'));
  writeFileSync(path.join(folder, 'dev-v2.0.json'), JSON.stringify(squad));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run eval', { timeout: 60_000 }, () => {
  it('measures all engines over an original SQuAD file, as one JSON object', async () => {
    const file = path.join(folder, 'dev-v2.0.json');
    const { stdout } = await evaluate('--data', file, '--only', 'squad,refusal', '--json');
    const { squad: ranking, refusal } = report.parse(JSON.parse(stdout));
    expect(ranking?.engines.map(({ engine }) => engine)).toEqual([
      'MiniSearch',
      'MiniSearch + stems',
      'Clippings',
    ]);
    expect(ranking?.engines.map(({ figures }) => figures['R@1'])).toEqual([1, 1, 1]);
    expect(refusal?.engines[2]?.figures['AUROC, adversarial']).toBe(1);
  });

  it('names what is wrong with the data, and ends with status 1', async () => {
    const missing = path.join(folder, 'none');
    await expect(evaluate('--data', missing)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`There is no ${missing}. Name the folder`),
    });
  });
});
