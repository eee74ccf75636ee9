import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCases } from '../../../bench/cases/case.js';
import { type CaseResult, runCase } from '../../../bench/cases/run-case.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clippings-cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

const RSS = `<rss version="2.0"><channel><title>Port News</title>
<item><title>Bridge closed</title><link>http://news.example:@PORT@/bridge</link><pubDate>Mon, 11 Mar 2024 09:00:00 GMT</pubDate>
<description>${'The harbour bridge was closed on Monday after a ship hit a pier. '.repeat(12)}</description></item></channel></rss>`;

/** Runs the one case of a folder, made of these steps and files. */
async function run(
  steps: readonly object[],
  files: Readonly<Record<string, string>> = {},
): Promise<CaseResult> {
  const own = path.join(folder, 'a-case');
  await mkdir(own);
  const all = { ...files, 'case.json': JSON.stringify({ source: 'a report', steps }) };
  for (const [name, text] of Object.entries(all)) await writeFile(path.join(own, name), text);
  const [only] = readCases(folder, []);
  if (only === undefined) throw new Error('There is no case');
  return runCase(only);
}

it('passes a case whose output holds what it must, and nothing that it must not', async () => {
  const step = { kind: 'sentences', file: 'text.txt', has: ['^\\| It rained\\.$'], not: ['It rained\\. It'] };
  expect(await run([step], { 'text.txt': 'It rained. It poured.' })).toMatchObject({
    verdict: 'pass',
    wrong: [],
  });
});

it('says what is missing and what should not be there', async () => {
  const step = { kind: 'dates', texts: ['on 5 May 2020'], has: ['2020-05-05', 'June'], not: ['2020'] };
  expect(await run([step])).toMatchObject({
    verdict: 'partly',
    wrong: ['missing: June', 'should not be there: 2020'],
  });
});

it('serves a feed, and prints the articles that come of it', async () => {
  const step = { kind: 'feed', routes: { '/feed.xml': { file: 'feed.xml' } }, has: [] };
  const { output } = await run([step], { 'feed.xml': RSS });
  expect(output).toContain('POLL 1 title="Port News"');
  expect(output).toMatch(/^ARTICLES \d+$/m);
  expect(output).not.toMatch(/news\.example:\d/);
});

it('finds a module that a script asks for wherever it stands in its room', async () => {
  const script = `export default async (load) => (await load('src/text/dates.ts')).resolveDates('5 May 2020', null)[0].from;`;
  const step = { kind: 'code', script: 'script.mjs', has: ['^2020-05-05$'] };
  expect(await run([step], { 'script.mjs': script })).toMatchObject({ verdict: 'pass' });
});

it('runs the cases whose names begin as they are wanted to', async () => {
  for (const name of ['feed-a', 'feed-b', 'text-a']) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'case.json'), '{"source":"a report","steps":[]}');
  }
  expect(readCases(folder, ['feed-b', 'text']).map(({ name }) => name)).toEqual(['feed-b', 'text-a']);
});
