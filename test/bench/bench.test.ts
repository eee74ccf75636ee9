import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as runSchema } from '../../bench/speed/measured.js';

const run = promisify(execFile);
const bench = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'bench/bench.ts', ...args], { timeout: 120_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-bench-test-'));
  const articles = ['Lakeview', 'Northport'].map((town, at) => ({
    id: `article-${at}`,
    title: `The dam at ${town} broke`,
    date: '2026-05-04',
    text: `The dam at ${town} broke on Tuesday after a week of rain. Some ${at + 3},200 people left their homes in ${town}, the mayor said.`,
  }));
  const questions = [
    { question: 'How many people left their homes in Lakeview?', answers: ['3,200'] },
    { question: 'How many people left their homes in Northport?', answers: ['4,200'] },
  ];
  writeFileSync(path.join(folder, 'articles.jsonl'), articles.map((each) => JSON.stringify(each)).join('\n'));
  writeFileSync(
    path.join(folder, 'questions.jsonl'),
    questions.map((each) => JSON.stringify(each)).join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run bench', { timeout: 120_000 }, () => {
  it('measures engines in processes of their own, draws them, and measures nothing twice', async () => {
    const [articles, keep, plot] = ['articles.jsonl', 'kept.json', 'plot.svg'].map((name) =>
      path.join(folder, name),
    );
    if (!articles || !keep || !plot) throw new Error('three paths were wanted');
    const args = ['--articles', articles, '--passages', '2', '--engines', 'clippings,stems,flexsearch'];
    const { stdout } = await bench(...args, '--keep', keep, '--plot', plot, '--json');
    const { measurements, questions } = runSchema.parse(JSON.parse(stdout));
    expect(questions).toBe(2);
    for (const { outcome } of measurements) expect(outcome).toMatchObject({ asked: 2, hit1: 1, hit1000: 1 });
    expect(measurements.map(({ engine }) => engine)).toEqual(['clippings', 'stems', 'flexsearch']);
    expect(readFileSync(plot, 'utf8')).toContain('FlexSearch');
    const again = await bench(...args, '--keep', keep);
    expect(again.stderr).not.toContain('FlexSearch: build');
    expect(again.stdout).toContain('**2 passages** of 2 articles, 2 questions');
  });

  it('names what is wrong, and ends with status 1', async () => {
    await expect(bench('--articles', path.join(folder, 'none.jsonl'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('none.jsonl. Name a file of articles with --articles'),
    });
  });
});
