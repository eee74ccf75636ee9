import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StandIn, waitFor } from '../../test/discord/stand-in/stand-in.js';
import { visibleText } from '../../test/discord/stand-in/world.js';
import { newsPage } from '../../test/ingest/pages.js';
import { WebServer } from '../../test/ingest/web-server.js';
import { percentile } from '../metrics/times.js';
import { MeasuredProcess } from './measured-process.js';

/** What reading one page did to the answers meanwhile, and to the memory of the bot. */
export interface PageResult {
  readonly page: string;
  /** In bytes. */
  readonly size: number;
  /** Until the bot said what became of it, in milliseconds. */
  readonly took: number;
  readonly outcome: string;
  /** How many questions were answered meanwhile, and after how many milliseconds. */
  readonly answered: number;
  readonly median: number;
  readonly longest: number;
  /** By how many megabytes the memory of the whole process grew at most. */
  readonly memory: number;
}

const MB = 1024 * 1024;
const QUIET_QUESTIONS = 40;
/** How long anything is waited for, in milliseconds. */
const PATIENCE = 600_000;
/** Between an answer and the next question, in milliseconds: Discord takes 50 requests a second of a bot. */
const PAUSE = 30;
/** How often the memory is looked at, in milliseconds. */
const LOOK = 50;
const QUESTION = 'How many U.S. soldiers are there in Iraq?';
const SENTENCE = 'The minister of works resigned on Monday, after a vote of the parliament. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;

const filled = (unit: string, bytes: number): string =>
  unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));

/** Pages made to take as much time or memory as a page can, some beyond the limits and some just within. */
const PAGES: Readonly<Record<string, () => string>> = {
  '500 KB of <div>': () => filled('<div>', MB / 2),
  '1 MB of ‹': () => filled('‹', MB),
  '8 MB of ‹': () => filled('‹', 8 * MB - 1024),
  'a tag of 300,000 attributes': () =>
    `<p ${Array.from({ length: 300_000 }, (_, at) => `a${at}`).join(' ')}>Hi</p>`,
  '1 MB of tables in tables': () => filled('<table><tr><td>', MB),
  '1 MB of lists in lists': () => filled('<ul><li>a', MB),
  '1 MB of text in one piece': () => `<p>${filled(SENTENCE, MB)}</p>`,
  '900 KB of text in one piece': () => `<p>${filled(SENTENCE, 0.9 * MB)}</p>`,
  '100,000 links': () => '<a href="/a">word</a> '.repeat(100_000),
  '12,000 links': () => '<p><a href="/a">word</a> '.repeat(12_000),
  '900 KB of paragraphs': () => filled(PARAGRAPH, 0.9 * MB),
  '190 KB of text in one piece': () => `<p>${filled(SENTENCE, 190_000)}</p>`,
  'a script of 7 MB': () => `<script>${filled('let a = 1 < 2;\n', 7 * MB)}</script>${PARAGRAPH.repeat(5)}`,
  'JSON-LD of 7 MB': () =>
    `<script type="application/ld+json">[${filled('{"@type":"NewsArticle","datePublished":"2020-01-01"},', 7 * MB)}{}]</script>${PARAGRAPH.repeat(5)}`,
  '1 MB of entities': () => filled('&amp;', MB),
  '200 KB of entities': () => filled('&amp;', 200 * 1024),
  '120 boxes in each other': () => `<div>${SENTENCE}`.repeat(120),
  '24,000 elements': () => '<b>a</b>\n'.repeat(24_000),
};

/** Lets the real bot read each page with `/add` while a member asks again and again. The first result is the quiet bot. */
export async function readWorstPages(onPage: (page: string) => void): Promise<PageResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-pages-'));
  mkdirSync(path.join(folder, 'articles'));
  const discord = await StandIn.start({ heartbeatInterval: 5_000 });
  const server = await WebServer.start({});
  const bot = new MeasuredProcess();
  try {
    const { token, apiUrl } = discord;
    await bot.obey({ kind: 'start', thread: 'its own', folder, token, apiUrl });
    const measured = (page: string, html: string) => measure(page, html, discord, server, bot);
    // The thread that reads is started by the first page.
    await measured('the first', newsPage({ title: 'The bridge is open', paragraphs: [SENTENCE.repeat(5)] }));
    const results = [await quiet(discord)];
    for (const [page, html] of Object.entries(PAGES)) {
      onPage(page);
      results.push(await measured(page, html()));
    }
    return results;
  } finally {
    await bot.end();
    await Promise.all([discord.stop(), server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function quiet(discord: StandIn): Promise<PageResult> {
  const times: number[] = [];
  while (times.length < QUIET_QUESTIONS) times.push(await answerTime(discord));
  return { page: 'none', size: 0, took: 0, outcome: '', memory: 0, ...summary(times) };
}

async function measure(
  page: string,
  html: string,
  discord: StandIn,
  server: WebServer,
  bot: MeasuredProcess,
): Promise<PageResult> {
  const place = `/${encodeURIComponent(page)}`;
  server.put(place, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const before = Number(await bot.obey({ kind: 'memory' }));
  const began = performance.now();
  const adding = discord.command('add', { address: server.url(place) }, { user: discord.world.owner });
  let [most, took, outcome] = [before, 0, ''];
  const answer = () => (adding.deferred ? null : adding.original);
  const reading = waitFor('what became of the page', answer, PATIENCE).then(({ body }) => {
    [took, outcome] = [performance.now() - began, visibleText(body)];
  });
  const watching = (async () => {
    while (took === 0) {
      most = Math.max(most, Number(await bot.obey({ kind: 'memory' })));
      await sleep(LOOK);
    }
  })();
  const times: number[] = [];
  do times.push(await answerTime(discord));
  while (took === 0);
  await Promise.all([reading, watching]);
  return {
    page,
    size: Buffer.byteLength(html),
    took,
    outcome,
    memory: (most - before) / MB,
    ...summary(times),
  };
}

async function answerTime(discord: StandIn): Promise<number> {
  await sleep(PAUSE);
  const began = performance.now();
  const question = discord.mention(QUESTION);
  await waitFor('an answer', () => discord.repliesTo(question)[0], PATIENCE);
  return performance.now() - began;
}

function summary(times: readonly number[]): Pick<PageResult, 'answered' | 'median' | 'longest'> {
  return { answered: times.length, median: percentile(times, 0.5), longest: Math.max(...times) };
}

/** Renders the results as a Markdown table. */
export function pagesReport(results: readonly PageResult[]): string {
  const rows = results.map(({ page, size, took, outcome, answered, median, longest, memory }) =>
    [
      page,
      (size / MB).toFixed(1),
      (took / 1000).toFixed(1),
      `${answered}`,
      median.toFixed(0),
      longest.toFixed(0),
      memory.toFixed(0),
      outcome
        .replace(/https?:\S+/g, '…')
        .slice(0, 90)
        .replaceAll('\n', ' '),
    ].join(' | '),
  );
  return [
    '| page | MB | read in s | questions | median ms | longest ms | memory, MB more | outcome |',
    '|---|---:|---:|---:|---:|---:|---:|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
