import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { HeldTexts } from '../../src/archive/memory/article-texts.js';
import { IndexedArchive } from '../../src/archive/memory/indexed-archive.js';
import { MiniSearchIndex } from '../../src/archive/memory/minisearch-index.js';
import { AnsweringThreads } from '../../src/service/answering-threads.js';
import { anArticle } from '../archive/fixtures.js';
import { builtMain } from '../built.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const QUESTIONS = ['How many soldiers left Iraq?', 'Who won the match?', 'When did the bridge close?'];
const FEED = 'https://feed.example/rss';
const archive = new IndexedArchive(new MiniSearchIndex(), new HeldTexts());
let threads: AnsweringThreads;
const warnings: string[] = [];

const entry = (): URL => pathToFileURL(join(builtMain(), '..', 'answering-thread.js'));

beforeAll(async () => {
  for (const article of [
    anArticle({ id: 'a', published: '2020-01-05', paragraphs: ['On Sunday 5,200 soldiers left Iraq.'] }),
    anArticle({
      id: 'b',
      published: '2020-01-06',
      sources: [FEED],
      paragraphs: ['Maria Lopez won the match in Madrid.'],
    }),
  ])
    await archive.put(article);
  threads = new AnsweringThreads(archive, (line) => warnings.push(line), entry(), 2);
});
afterAll(() => threads.close());

/** So many that all threads have some. */
const MANY = [...QUESTIONS, ...QUESTIONS, ...QUESTIONS];

it('gives the answers that one thread gives', async () => {
  const together = await Promise.all(MANY.map((question) => threads.ask(question)));
  const apart = [];
  for (const question of MANY) apart.push(await ask(archive, question));
  expect(together).toEqual(apart);
});

it('answers from an article that came after the threads were started', async () => {
  const text = 'The harbour bridge closed on 7 January 2020 after engineers found cracks.';
  await archive.put(anArticle({ id: 'c', published: '2020-01-08', paragraphs: [text] }));
  const answers = await Promise.all(MANY.map((question) => threads.ask(question)));
  expect(answers[2]).toMatchObject({ answered: true, snippets: [{ text }] });
});

it('asks over the sources that it is given', async () => {
  const within = await Promise.all(QUESTIONS.map((question) => threads.ask(question, {}, [FEED])));
  const sources = within.flatMap((answer) => (answer.answered ? answer.snippets : answer.related));
  expect(new Set(sources.map(({ source }) => source.article))).toEqual(new Set(['b']));
});

it('loses no question that comes while the threads end', async () => {
  const brief = new AnsweringThreads(archive, (line) => warnings.push(line), entry(), 2, 0);
  const answers: unknown[] = [];
  for (let round = 0; round < 3; round++) {
    answers.push(...(await Promise.all(QUESTIONS.map((question) => brief.ask(question)))));
    // The next ones come in the turn in which the threads end.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await brief.close();
  const alone = await Promise.all(QUESTIONS.map((question) => ask(archive, question)));
  expect(answers).toEqual([...alone, ...alone, ...alone]);
  expect(warnings).toEqual([]);
});

it('answers without threads when none can be started, and says so', async () => {
  const told: string[] = [];
  const entry = pathToFileURL(join(import.meta.dirname, '..', '..', 'package.json'));
  const broken = new AnsweringThreads(archive, (line) => told.push(line), entry, 2);
  const answers = await Promise.all(QUESTIONS.map((question) => broken.ask(question)));
  expect(answers).toHaveLength(3);
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), { timeout: 60_000 });
  await broken.close();
});
