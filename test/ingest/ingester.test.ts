import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IngestOutcome } from '../../src/ingest/ingester.js';
import { indexTerms } from '../../src/text/analyser.js';
import { UserError } from '../../src/user-error.js';
import { lacking } from '../lacking.js';
import { FRENCH_REPORT, OTHER_REPORT, REPORT } from './fixtures.js';
import { TestIngestContext } from './ingest-context.js';
import { newsPage } from './pages.js';
import { WebServer } from './web-server.js';

let context: TestIngestContext;
let inbox: string;

beforeEach(async () => {
  context = await TestIngestContext.open();
  inbox = join(context.folder, 'inbox');
  await mkdir(inbox);
});
afterEach(() => context.close());

async function add(what: string): Promise<IngestOutcome[]> {
  const outcomes: IngestOutcome[] = [];
  for await (const outcome of context.ingester.add(what)) outcomes.push(outcome);
  return outcomes;
}

async function drop(name: string, content: string): Promise<string> {
  await writeFile(join(inbox, name), content);
  return join(inbox, name);
}

function kinds(outcomes: readonly IngestOutcome[]): string[] {
  return outcomes.map(({ result }) => (result instanceof UserError ? result.code : result.kind));
}

async function found(question: string): Promise<number> {
  const terms = indexTerms(question).map((term) => ({ term, weight: 1 }));
  return (await context.archive.search({ terms, limit: 10 })).length;
}

describe('adding', () => {
  it('a page makes it an article that is found at once', async () => {
    const server = await WebServer.start({ '/bridge': newsPage() });
    expect(kinds(await add(server.url('/bridge')))).toEqual(['added']);
    expect(await found('harbour bridge')).toBe(1);
    expect(kinds(await add(`${server.url('/bridge')}?utm_source=mail`))).toEqual(['known']);
    await server.stop();
  });

  it('a file says what of it is not used', async () => {
    const [outcome] = await add(
      await drop('bridge.txt', `---\ntitle: Bridge\nmood: grim\n---\n${REPORT.join('\n\n')}`),
    );
    expect(outcome?.result).toMatchObject({ notes: ['bridge.txt: line 3 (mood) is not used.'] });
  });

  it('a file keeps what it says of itself', async () => {
    const text = `---\ntitle: Bridge\npublisher: The Port Gazette\npublished: 2024-03-11\nadded: 2024-03-11\n---\n${REPORT.join('\n\n')}`;
    expect(kinds(await add(await drop('bridge.txt', text)))).toEqual(['added']);
    expect(context.archive.articles()).toMatchObject([
      { title: 'Bridge', publisher: 'The Port Gazette', published: '2024-03-11', added: '2024-03-11' },
    ]);
  });

  it('a folder adds what is an article in it, and names what is none', async () => {
    await drop('bridge.txt', REPORT.join('\n\n'));
    await drop('apples.html', newsPage({ title: 'Apples', paragraphs: OTHER_REPORT }));
    await drop('picture.jpg', 'x');
    expect(kinds(await add(inbox))).toEqual(['added', 'added', 'article-kind']);
  });

  it.skipIf(lacking.links || lacking.pipes)(
    'a folder adds nothing of what links lead to outside, and waits for no pipe',
    async () => {
      const secret = join(context.folder, 'secret.txt');
      await writeFile(secret, REPORT.join('\n\n'));
      await writeFile(join(context.folder, 'secret.jsonl'), JSON.stringify({ text: REPORT.join('\n\n') }));
      await symlink(secret, join(inbox, 'link.txt'));
      await symlink(join(context.folder, 'secret.jsonl'), join(inbox, 'lines.jsonl'));
      await symlink('nowhere.jsonl', join(inbox, 'lost.jsonl'));
      execFileSync('mkfifo', [join(inbox, 'pipe.jsonl')]);
      const outcomes = await add(inbox);
      expect(
        outcomes.map(({ what, result }) => [basename(what), result instanceof UserError && result.code]),
      ).toEqual([
        ['lines.jsonl', 'article-outside'],
        ['link.txt', 'article-outside'],
        ['lost.jsonl', 'article-unreadable'],
        ['pipe.jsonl', 'article-unreadable'],
      ]);
      expect(context.archive.articleCount).toBe(0);
    },
  );

  it.skipIf(lacking.links)('a link that is named itself is what it leads to', async () => {
    const path = await drop('bridge.txt', REPORT.join('\n\n'));
    await symlink(path, join(context.folder, 'link.txt'));
    expect(kinds(await add(join(context.folder, 'link.txt')))).toEqual(['added']);
  });

  it('what is not there says so', async () => {
    expect(kinds(await add(join(inbox, 'nothing.txt')))).toEqual(['add-missing']);
  });

  it('what lies in the folder of articles is left alone', async () => {
    const own = join(context.folder, 'articles', 'own.txt');
    await writeFile(own, 'An article of the operator.');
    expect(kinds(await add(own))).toEqual(['add-inside']);
    expect(await readdir(join(context.folder, 'articles'))).toEqual(['own.txt']);
  });
});

describe('what is in another language', () => {
  it('is kept out, with its name and the setting that takes it in', async () => {
    const server = await WebServer.start({ '/pont': newsPage({ title: 'Pont', paragraphs: FRENCH_REPORT }) });
    await drop('bridge.txt', REPORT.join('\n\n'));
    await drop('pont.txt', FRENCH_REPORT.join('\n\n'));
    await drop('import.jsonl', JSON.stringify({ title: 'Pont', text: FRENCH_REPORT.join('\n\n') }));
    const outcomes = [...(await add(inbox)), ...(await add(server.url('/pont')))];
    expect(kinds(outcomes)).toEqual(['added', 'article-language', 'article-language', 'article-language']);
    for (const { result } of outcomes.slice(1)) {
      expect(result).toMatchObject({
        message: expect.stringContaining('it is in French'),
        hint: expect.stringContaining('OTHER_LANGUAGES'),
      });
    }
    expect(context.archive.articleCount).toBe(1);
    await server.stop();
  });

  it('is kept out of a folder that it was put into, and named', async () => {
    await writeFile(join(context.folder, 'articles', 'pont.txt'), FRENCH_REPORT.join('\n\n'));
    await context.archive.refresh();
    expect(context.archive.articleCount).toBe(0);
    expect(context.archive.problems).toMatchObject([
      { file: 'pont.txt', error: { message: expect.stringContaining('it is in French') } },
    ]);
  });

  it('is taken in where the operator wants it', async () => {
    await context.close();
    context = await TestIngestContext.open({ anyLanguage: true });
    await mkdir(inbox, { recursive: true });
    expect(kinds(await add(await drop('pont.txt', FRENCH_REPORT.join('\n\n'))))).toEqual(['added']);
    await writeFile(join(context.folder, 'articles', 'pont-2.txt'), `${FRENCH_REPORT[0]}\n`);
    await context.archive.refresh();
    expect(context.archive.articleCount).toBe(2);
  });
});

describe('importing JSON Lines', () => {
  const line = (number: number) =>
    JSON.stringify({
      title: `Report ${number}`,
      publisher: 'The Port Gazette',
      url: `https://gazette.example/${number}`,
      date: 'March 11, 2024',
      authors: ['Ann Smith'],
      text: `Report ${number} tells that ${number * 13} people came.\n\nThe ${number}th paragraph.`,
    });

  it('adds an article a line, and goes on after what is none', async () => {
    const path = await drop(
      'news.jsonl',
      [line(1), '', '{"title": "no text"}', 'not JSON', line(2), line(1)].join('\r\n'),
    );
    const outcomes = await add(path);
    expect(kinds(outcomes)).toEqual(['added', 'line-no-article', 'line-no-json', 'added', 'known']);
    expect(outcomes.map(({ what }) => what)).toEqual([
      'news.jsonl:1',
      'news.jsonl:3',
      'news.jsonl:4',
      'news.jsonl:5',
      'news.jsonl:6',
    ]);
    expect(context.archive.articles()).toMatchObject([
      {
        title: 'Report 1',
        publisher: 'The Port Gazette',
        published: '2024-03-11',
        url: 'https://gazette.example/1',
      },
      { title: 'Report 2' },
    ]);
    expect(await found('came')).toBe(2);
  });

  it('keeps an article whose date is none', async () => {
    const dates = ['2024-02-30', '31 Sep 2023', '2024-03-10T24:00:00Z'];
    const lines = dates.map((date, number) => line(number).replace('March 11, 2024', date));
    expect(kinds(await add(await drop('news.jsonl', lines.join('\n'))))).toEqual(dates.map(() => 'added'));
    expect(context.archive.articles().map(({ published }) => published)).toEqual([null, null, '2024-03-10']);
    expect(await found('came')).toBe(3);
  });

  it('goes on where it was broken off', async () => {
    const path = await drop('news.jsonl', [1, 2, 3, 4].map(line).join('\n'));
    let seen = 0;
    for await (const outcome of context.ingester.add(path)) {
      expect(outcome.result).not.toBeInstanceOf(UserError);
      if (++seen === 2) break;
    }
    expect(kinds(await add(path))).toEqual(['known', 'known', 'added', 'added']);
    expect(context.archive.articleCount).toBe(4);
  });

  it('tells how far it is', async () => {
    const path = await drop('news.jsonl', [1, 2, 3].map(line).join('\n'));
    const steps: string[] = [];
    for await (const _ of context.ingester.add(path, ({ work, done, total }) =>
      steps.push(`${work} ${done}/${total}`),
    ));
    expect(steps).toEqual([
      ...[1, 2, 3].map((done) => `Importing news.jsonl ${done}/3`),
      ...[1, 2, 3].map((done) => `Updating the index ${done}/3`),
    ]);
  });
});
