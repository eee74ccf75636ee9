import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { openArchive } from '../../src/archive/open-archive.js';
import { addArticlesCommand } from '../../src/terminal/commands/articles.js';
import { addAskCommand } from '../../src/terminal/commands/ask.js';
import { addIndexCommand } from '../../src/terminal/commands/build-index.js';
import { addSourceCommand } from '../../src/terminal/commands/source.js';
import { failureOf } from '../../src/terminal/failure.js';
import { articles, runCommand, smallArchive } from './command-run.js';

const QUESTION = 'how many drivers use the harbour bridge every day?';
const WHY = 'why was the harbour bridge closed?';
/** The day after the newer article: what is asked then reads the same in any year. */
const ASKED = new Date('2024-03-13T12:00:00Z');

const answerWithValues = z.object({
  values: z.array(
    z.object({
      value: z.string(),
      mentions: z.array(z.object({ snippet: z.number(), start: z.number(), end: z.number() })),
    }),
  ),
  figures: z.array(z.object({ value: z.string(), snippets: z.array(z.number()) })),
  snippets: z.array(z.object({ text: z.string() })),
});

function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Without the line breaks that fit it to the screen. */
function inOneLine(output: string): string {
  return output.replaceAll(/\s+/g, ' ');
}

let folder: string;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: ASKED });
  folder = mkdtempSync(join(tmpdir(), 'clippings-questions-'));
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function fileOf(text: string, name = 'questions.txt'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('ask', () => {
  it('answers a question given as words', async () => {
    const { output, failure } = await runCommand(addAskCommand, ['ask', ...QUESTION.split(' ')]);
    expect(failure).toBeNull();
    expect(inOneLine(output)).toMatch(
      /^About 12,000 \[1\] \[1\] .*About 12,000 drivers use the bridge every day/,
    );
  });

  it('prints one line of JSON for a question', async () => {
    const { output } = await runCommand(addAskCommand, ['ask', '--json', QUESTION]);
    const [answer, more] = jsonLines(output);
    expect(more).toBeUndefined();
    expect(answer).toMatchObject({ question: QUESTION, answered: true, verdict: 'answer', reason: null });
    expect(answer).not.toHaveProperty('related');
  });

  it('says in JSON where its quotes hold each value', async () => {
    const { output } = await runCommand(addAskCommand, ['ask', '--json', QUESTION]);
    const [answer] = z.array(answerWithValues).parse(jsonLines(output));
    const said = answer?.values.map(({ value, mentions }) => [
      value,
      mentions.map(({ snippet, start, end }) => answer.snippets[snippet]?.text.slice(start, end)),
    ]);
    expect(said).toEqual([['About 12,000', ['About 12,000']]]);
    expect(answer?.figures).toEqual([{ value: 'About 12,000', snippets: [0] }]);
  });

  it('gives no values for what it cannot answer', async () => {
    const { output } = await runCommand(addAskCommand, ['ask', '--json', 'who discovered penicillin?']);
    expect(jsonLines(output)).toMatchObject([{ verdict: 'none', values: [], figures: [], snippets: [] }]);
  });

  it('reads a .jsonl file as questions with the one before and the day, and gives only the question back', async () => {
    const file = fileOf(
      [
        JSON.stringify({ question: QUESTION, asked: '2024-03-12', note: 'passed over' }),
        JSON.stringify({ question: 'and why was it closed?', previous: QUESTION }),
      ].join('\n'),
      'questions.jsonl',
    );
    const { output, failure } = await runCommand(addAskCommand, [
      'ask',
      '--json',
      '--explain',
      '--file',
      file,
    ]);
    expect(failure).toBeNull();
    expect(jsonLines(output)).toMatchObject([
      { question: QUESTION, verdict: 'answer', reading: { followsUp: null } },
      { question: 'and why was it closed?', reading: { followsUp: QUESTION } },
    ]);
  });

  it('names the line of a .jsonl file that is not of the form, as wrong usage', async () => {
    const file = fileOf(`{"question": "why?"}\nwhy?\n`, 'questions.jsonl');
    const { failure } = await runCommand(addAskCommand, ['ask', '--json', '--file', file]);
    expect(failureOf(failure)).toMatchObject({
      status: 2,
      line: expect.stringMatching(/Question 2 .*not JSON/),
    });
  });

  it('reads a question without the mentions and links in it, and gives it back as it was asked', async () => {
    const chatted = `@Clippings ${QUESTION} https://news.example/a <@42> look`;
    const { output } = await runCommand(addAskCommand, ['ask', '--json', chatted]);
    expect(jsonLines(output)).toMatchObject([
      {
        question: chatted,
        answered: true,
        snippets: expect.arrayContaining([
          expect.objectContaining({ text: expect.stringContaining('About 12,000 drivers') }),
        ]),
      },
    ]);
  });

  it('prints a line of JSON for each question of a file, in order, whatever the questions are', async () => {
    const long = 'why '.repeat(150).trim();
    const file = fileOf(`${QUESTION}\n\n${long}\r\n \nwho discovered penicillin?\n`);
    const { output, failure } = await runCommand(addAskCommand, ['ask', '--json', '--file', file]);
    expect(failure).toBeNull();
    expect(jsonLines(output)).toMatchObject([
      { question: QUESTION, answered: true },
      { question: long, answered: false, snippets: [], related: [], reason: expect.stringContaining('400') },
      { question: 'who discovered penicillin?', answered: false, snippets: [] },
    ]);
  });

  it.each([[['ask', '--json']], [['ask', '--json', '--file', '-']]])(
    'reads questions from a pipe with %j',
    async (words) => {
      const { output } = await runCommand(addAskCommand, words, `${QUESTION}\nwho is the mayor?`);
      expect(jsonLines(output)).toMatchObject([{ question: QUESTION }, { question: 'who is the mayor?' }]);
    },
  );

  it('sets each of several questions above its answer', async () => {
    const { output } = await runCommand(addAskCommand, ['ask'], `${QUESTION}\n${'x'.repeat(401)}`);
    expect(output).toMatch(
      /^> how many drivers use the harbour bridge every day\?\n\n.*12,000.*\n\n> x+.*401 characters/s,
    );
  });

  it('sets the beginning of a question that is too long above what is wrong with it', async () => {
    const { output } = await runCommand(addAskCommand, ['ask'], '😀'.repeat(300));
    expect(output.replace(/\s/g, '')).toMatch(/^>(?:😀){100}…Thequestionhas600characters/u);
  });

  it('says what to type when there is no question on a terminal', async () => {
    const { failure } = await runCommand(addAskCommand, ['ask'], null);
    expect(failureOf(failure)).toMatchObject({
      status: 2,
      line: expect.stringContaining('npx clippings ask how'),
    });
  });

  it('says the same when nothing comes from the pipe', async () => {
    expect(failureOf((await runCommand(addAskCommand, ['ask'], '\n')).failure).status).toBe(2);
    expect((await runCommand(addAskCommand, ['ask', '--json', '--file', fileOf('')])).failure).toBeNull();
  });

  it('ends with status 2 for a single question that cannot be asked, in JSON too', async () => {
    const { output, failure } = await runCommand(addAskCommand, ['ask', '--json', 'x'.repeat(401)]);
    expect(failureOf(failure).status).toBe(2);
    expect(jsonLines(output)).toMatchObject([{ answered: false, reason: expect.any(String) }]);
  });

  it('shows at most as many quotes as wanted', async () => {
    const { output } = await runCommand(addAskCommand, ['ask', '--json', '--top', '1', WHY]);
    const { output: unlimited } = await runCommand(addAskCommand, ['ask', '--json', WHY]);
    expect(jsonLines(output)[0]?.snippets).toHaveLength(1);
    expect(jsonLines(unlimited)[0]?.snippets).toHaveLength(2);
  });

  it('explains itself when asked to', async () => {
    const { output } = await runCommand(addAskCommand, ['ask', '--explain', QUESTION]);
    expect(output).toMatch(
      /\nLooked for: .+\nWords that counted: .*drivers.*\nValues that competed: About 12,000 \(\d+ %\), .*11,400 \(/s,
    );
  });

  it.each([
    [['--top', '0']],
    [['--top', 'many']],
    [['--top', '1.5']],
    [['--file', '/no/such/file']],
    [['--file', '/tmp']],
    [['--file', '-', 'why?']],
    [['--nonsense']],
  ])('refuses %j as wrong usage', async (words) => {
    const { output, failure } = await runCommand(addAskCommand, ['ask', ...words]);
    expect(failureOf(failure).status).toBe(2);
    expect(output).toBe('');
  });
});

describe('source', () => {
  it('shows a card with metadata, first sentences, link and others it could be', async () => {
    const { output } = await runCommand(addSourceCommand, ['source', 'port', 'gazete']);
    expect(output).toContain('Harbour bridge closed for repairs');
    expect(output).toContain(
      'The Port Gazette · 11 March 2024 · 3 paragraphs · bridge\nhttps://example.org/bridge\n',
    );
    expect(output).toContain('The harbour bridge was closed on Monday after engineers');
  });

  it('finds by what the text tells, and shows where', async () => {
    const { output } = await runCommand(addSourceCommand, ['source', 'engineers']);
    expect(output).toMatch(
      /Found in its text, paragraph 1:\n {2}The harbour bridge was closed on Monday after engineers/,
    );
    const { output: json } = await runCommand(addSourceCommand, ['source', '--json', 'engineers']);
    expect(jsonLines(json)).toMatchObject([{ best: { id: 'bridge' }, mention: { paragraph: 1 } }]);
  });

  it('shows the newest without words', async () => {
    const { output } = await runCommand(addSourceCommand, ['source', '--json']);
    expect(jsonLines(output)).toMatchObject([
      { words: '', best: { id: 'ferries' }, alternatives: [{ id: 'bridge' }] },
    ]);
  });

  it('says when nothing is like the words', async () => {
    expect((await runCommand(addSourceCommand, ['source', 'zoology'])).output).toContain(
      'No source is like “zoology”.',
    );
    const { output } = await runCommand(addSourceCommand, ['source', '--json', 'zoology']);
    expect(jsonLines(output)).toEqual([{ words: 'zoology', best: null, alternatives: [] }]);
  });
});

describe('articles', () => {
  it('lists every broken file with its reason', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clippings-broken-'));
    const files = Array.from({ length: 12 }, (_, number) => `broken-${10 + number}.md`);
    for (const file of files) writeFileSync(join(folder, file), '---\ntitle: x\nText.\n');
    const notices: string[] = [];
    const open = () =>
      openArchive({
        articlesFolder: folder,
        indexFolder: join(folder, '.index'),
        onNotice: (line) => notices.push(line),
      });
    const { output } = await runCommand(addArticlesCommand, ['articles', '--broken'], '', open);
    const lines = output.trimEnd().split('\n');
    expect(lines.map((line) => /broken-\d+\.md/.exec(line)?.[0])).toEqual(files);
    expect(notices.at(-1)).toBe('Left out: 2 more files. All: npx clippings articles --broken');
    const json = await runCommand(addArticlesCommand, ['articles', '--broken', '--json'], '', open);
    const [first] = json.output.split('\n');
    expect(JSON.parse(first ?? '')).toEqual({
      file: 'broken-10.md',
      code: expect.any(String),
      reason: expect.any(String),
    });
    rmSync(folder, { recursive: true });
  });

  it('lists them newest first', async () => {
    const { output } = await runCommand(addArticlesCommand, ['articles']);
    expect(output).toMatch(/Radio North.*ferries.*The Port Gazette · Harbour bridge.*bridge/s);
  });

  it('prints a line of JSON for each', async () => {
    const { output } = await runCommand(addArticlesCommand, ['articles', '--json']);
    expect(jsonLines(output)).toMatchObject([
      { id: 'ferries' },
      { id: 'bridge', title: 'Harbour bridge closed for repairs' },
    ]);
  });

  it('shows one with the paragraph numbers that citations give', async () => {
    const { output } = await runCommand(addArticlesCommand, ['articles', '--show', 'bridge']);
    expect(output).toMatch(/published: 2024-03-11/);
    expect(output).toMatch(/^1 {2}The harbour.*^2 {2}About 12,000.*^3 {2}“We close/ms);
  });

  it('shows a long name beside what it is, as long as it fits', async () => {
    const [article] = articles;
    if (article === undefined) throw new Error('an article was wanted');
    const id = 'a'.repeat(69);
    const { output } = await runCommand(addArticlesCommand, ['articles', '--show', id], '', () =>
      buildArchive([archiveArticle({ ...article, id })]),
    );
    expect(output).toContain(`id:        ${id}\n`);
  });

  it('shows what cleaning removed, and why', async () => {
    const { output } = await runCommand(addArticlesCommand, ['articles', '--show', 'bridge', '--removed']);
    expect(output).toBe('advertisement\n  Advertisement\n');
    expect(
      (await runCommand(addArticlesCommand, ['articles', '--show', 'ferries', '--removed'])).output,
    ).toContain('Nothing');
  });

  it('gives the reason once for what stands together', async () => {
    const [article] = articles;
    if (article === undefined) throw new Error('an article was wanted');
    const removed = (['bullet', 'bullet', 'caption', 'bullet'] as const).map((reason, place) => ({
      text: `line ${place}`,
      reason,
    }));
    const words = ['articles', '--show', 'bridge', '--removed'];
    const { output } = await runCommand(addArticlesCommand, words, '', () =>
      buildArchive([archiveArticle({ ...article, removed })]),
    );
    expect(output).toBe('bullet\n  line 0\n  line 1\n\ncaption\n  line 2\n\nbullet\n  line 3\n');
  });

  it('suggests none when none is named', async () => {
    const { failure } = await runCommand(addArticlesCommand, ['articles', '--show', '']);
    expect(failureOf(failure).line).toContain('List them with');
  });

  it('suggests an article for a name that is none', async () => {
    const { failure } = await runCommand(addArticlesCommand, ['articles', '--show', 'brigde']);
    expect(failureOf(failure)).toMatchObject({
      status: 2,
      line: 'There is no article “brigde”. Did you mean bridge?',
    });
  });
});

describe('index', () => {
  it('says what it holds, and rebuilds when told to', async () => {
    const rebuilds: (boolean | undefined)[] = [];
    const openArchive = (rebuild?: boolean) => {
      rebuilds.push(rebuild);
      return smallArchive();
    };
    const { output } = await runCommand(addIndexCommand, ['index', '--rebuild'], '', openArchive);
    expect(output).toMatch(/^The index holds 2 articles in \d+ passages\.\n$/);
    expect(rebuilds).toEqual([true]);
  });

  it('fails when it could not be saved', async () => {
    const openArchive = async () => Object.assign(await smallArchive(), { isSaved: false });
    const { failure } = await runCommand(addIndexCommand, ['index'], '', openArchive);
    expect(failureOf(failure)).toMatchObject({ status: 1, line: expect.stringContaining('not saved') });
  });
});

describe('every command', () => {
  it('closes the archive, whatever happens', async () => {
    let closed = 0;
    const openArchive = async () => {
      const archive = await buildArchive([]);
      return Object.assign(archive, { close: async () => void closed++ });
    };
    await runCommand(addAskCommand, ['ask', 'x'.repeat(401)], '', openArchive);
    await runCommand(addSourceCommand, ['source'], '', openArchive);
    await runCommand(addArticlesCommand, ['articles', '--show', 'x'], '', openArchive);
    await runCommand(addIndexCommand, ['index'], '', openArchive);
    expect(closed).toBe(4);
  });
});
