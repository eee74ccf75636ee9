import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { StandIn } from '../../test/discord/stand-in/stand-in.js';
import { newsPage } from '../../test/ingest/pages.js';
import { WebServer } from '../../test/ingest/web-server.js';
import { feedOf, fileOf } from '../speed/articles.js';
import { MeasuredProcess, type Thread } from './measured-process.js';
import { Questions, type QuestionTimes } from './questions.js';

/** The load that the bot is put under. */
export interface Load {
  readonly articles: readonly ArchivedArticle[];
  /** Questions a second. */
  readonly rate: number;
  /** The run ends when no more articles arrive, or after this many seconds. */
  readonly seconds: number;
}

/** Delays of an event loop in milliseconds, and the share of time in which it was busy. */
export interface LoopDelay {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
  readonly busy: number;
}

export interface StallResult {
  readonly thread: Thread;
  readonly bot: LoopDelay;
  /**
   * Delays of a process that does about as much work in small pieces at the same time: what the machine
   * itself causes.
   */
  readonly bystander: LoopDelay;
  /** How many articles were added, and in how many seconds. */
  readonly imported: number;
  readonly seconds: number;
  readonly questions: QuestionTimes;
  readonly heartbeats: { readonly sent: number; readonly missed: number };
}

/** Articles in the feed that the bot follows, as many as are read of one feed. */
const FEED = 300;
/** Pages that the owner adds, one after the other. */
const PAGES = 30;
/** How often the progress of the import is checked, in milliseconds. */
const LOOK = 2_000;
/**
 * After this many checks without a new article, the import is over. Some articles never arrive, as they may
 * be copies of others.
 */
const PATIENCE = 15;

/**
 * Starts the bot, drops articles into its folder and adds more through a feed and `/add`, while members ask
 * questions.
 */
export async function runUnderLoad(thread: Thread, { articles, rate, seconds }: Load): Promise<StallResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-stall-'));
  mkdirSync(path.join(folder, 'articles'));
  const discord = await StandIn.start({ heartbeatInterval: 1_000 });
  const server = await WebServer.start({});
  const bot = new MeasuredProcess();
  const bystander = new MeasuredProcess();
  try {
    await bot.obey({ kind: 'start', thread, folder, token: discord.token, apiUrl: discord.apiUrl });
    await bystander.obey({ kind: 'be a bystander' });
    const byWeb = articles.slice(0, FEED + PAGES);
    const dropped = await prepareDrop(articles.slice(FEED + PAGES), folder);
    server.put(
      '/feed',
      feedOf(byWeb.slice(0, FEED), (place) => server.url(place)),
    );
    const questions = new Questions(discord, articles, rate);
    const { heartbeats, missedHeartbeats } = discord.gateway;
    const started = performance.now();
    await Promise.all([bot.obey({ kind: 'measure' }), bystander.obey({ kind: 'measure' })]);
    questions.begin();
    dropped();
    discord.command('feeds/add', { address: server.url('/feed') }, { user: discord.world.owner });
    const adding = addPages(discord, server, byWeb.slice(FEED));
    const counts: number[] = [];
    const isOver = (): boolean =>
      counts.at(-1) === articles.length ||
      (counts.length > PATIENCE && counts.at(-1) === counts.at(-1 - PATIENCE));
    while (!isOver() && performance.now() - started < seconds * 1000) {
      await sleep(LOOK);
      counts.push(Number(await bot.obey({ kind: 'count' })));
    }
    const times = questions.end();
    const sent = discord.gateway.heartbeats - heartbeats;
    const missed = discord.gateway.missedHeartbeats - missedHeartbeats;
    const took = (performance.now() - started) / 1000;
    const delays = await Promise.all([bot.obey({ kind: 'result' }), bystander.obey({ kind: 'result' })]);
    const [ofBot, ofBystander] = delays as [LoopDelay, LoopDelay]; // What bot-process.ts answers to `result`.
    await adding;
    return {
      thread,
      bot: ofBot,
      bystander: ofBystander,
      imported: counts.at(-1) ?? 0,
      seconds: took,
      questions: times,
      heartbeats: { sent, missed },
    };
  } finally {
    await Promise.all([bot.end(), bystander.end()]);
    await Promise.all([discord.stop(), server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes articles beside the bot's folder. Calling the returned function moves them in, all at once. */
async function prepareDrop(articles: readonly ArchivedArticle[], folder: string): Promise<() => void> {
  const aside = path.join(folder, 'aside');
  mkdirSync(aside);
  // Written one after the other, so that Discord's stand-in, in this process, can receive heartbeats
  // meanwhile.
  for (const article of articles) await writeFile(path.join(aside, `${article.id}.md`), fileOf(article));
  return () => renameSync(aside, path.join(folder, 'articles', 'dropped'));
}

async function addPages(
  discord: StandIn,
  server: WebServer,
  articles: readonly ArchivedArticle[],
): Promise<void> {
  for (const { id, title, paragraphs } of articles) {
    const place = `/page/${encodeURIComponent(id)}`;
    server.put(place, newsPage({ title: title ?? id, paragraphs: paragraphs.map(({ text }) => text) }));
    discord.command('add', { address: server.url(place) }, { user: discord.world.owner });
    await sleep(1_000);
  }
}
