import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { REST } from 'discord.js';
import { pino } from 'pino';
import { openArchive } from '../../src/archive/open-archive.js';
import { sendDueDigests } from '../../src/discord/digests/clock.js';
import { LEASE } from '../../src/discord/digests/delivery.js';
import { DigestOutbox } from '../../src/discord/digests/outbox.js';
import { lastDigests } from '../../src/store/digest-sends.js';
import { openStore, type Store } from '../../src/store/store.js';
import { StandIn } from '../../test/discord/stand-in/stand-in.js';
import { scheduleDigest } from '../../test/store/scheduled-digest.js';

/** Where a process is killed: at the beginning of a step, or a moment after. */
export const STEPS = ['open', 'read', 'save', 'add', 'delete', 'claim', 'send', 'record'] as const;
export type Step = (typeof STEPS)[number];

const DIGEST_STEPS: ReadonlySet<Step> = new Set(['claim', 'send', 'record']);

export interface KillReport {
  /** How many fell at each step. */
  readonly kills: Readonly<Record<Step, number>>;
  /** What was acknowledged and is gone, and what was deleted and is back, each in words. */
  readonly lost: readonly string[];
  /** What is there twice. */
  readonly doubled: readonly string[];
  /** The longest time in milliseconds until all was there again after a kill. */
  readonly longestRecovery: number;
}

const CHILD = fileURLToPath(new URL('kill-child.js', import.meta.url));
const DAY = 24 * 60 * 60 * 1000;
const FIRST_DUE = Date.parse('2026-03-10T07:00:00Z');
/** Articles of so many rounds stay; older ones are deleted, so that the archive does not grow. */
const ROUNDS_KEPT = 8;

type Told = { begin: string } | { done: Step; what?: string } | { failed: string };

/**
 * Kills a real process again and again while it opens an archive, reads files, saves the index, adds and deletes
 * articles, claims, sends and records digests; after each kill it looks whether anything was lost or doubled.
 * @param random returns a number from 0 to 1
 */
export async function killOften(
  kills: number,
  random: () => number,
  onKill: (done: number) => void = () => {},
): Promise<KillReport> {
  const trial = await Trial.begin();
  try {
    for (let round = 0; round < kills; round++) {
      await trial.killAt(round, random);
      onKill(round + 1);
    }
    return trial.report();
  } finally {
    await trial.end();
  }
}

class Trial {
  readonly #kills: Record<Step, number> = {
    open: 0,
    read: 0,
    save: 0,
    add: 0,
    delete: 0,
    claim: 0,
    send: 0,
    record: 0,
  };
  readonly #lost: string[] = [];
  readonly #doubled: string[] = [];
  #longestRecovery = 0;
  /** How many digests were due. */
  #due = 0;
  /** Loads while the last round is looked at. */
  #next = started(0);
  /** Files that were acknowledged and not deleted. */
  readonly #files = new Set<string>();

  private constructor(
    private readonly folder: string,
    private readonly store: Store,
    private readonly discord: StandIn,
  ) {}

  static async begin(): Promise<Trial> {
    const folder = mkdtempSync(path.join(tmpdir(), 'clippings-kills-'));
    mkdirSync(path.join(folder, 'articles'));
    const store = await openStore({ url: `file:${path.join(folder, 'clippings.db')}` });
    return new Trial(folder, store, await StandIn.start());
  }

  async end(): Promise<void> {
    this.#next.kill('SIGKILL');
    this.store.close();
    await this.discord.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  report(): KillReport {
    return {
      kills: this.#kills,
      lost: this.#lost,
      doubled: this.#doubled,
      longestRecovery: this.#longestRecovery,
    };
  }

  async killAt(round: number, random: () => number): Promise<void> {
    const step = stepOf(round);
    const isDigest = DIGEST_STEPS.has(step);
    const now = FIRST_DUE + round * DAY;
    const { world } = this.discord;
    if (isDigest) await this.#schedule(now);
    const child = this.#next;
    const exit = once(child, 'exit');
    this.#follow(child, step, random);
    child.send({
      folder: this.folder,
      storeUrl: `file:${path.join(this.folder, 'clippings.db')}`,
      apiUrl: this.discord.apiUrl,
      token: this.discord.token,
      me: world.me.id,
      now,
      round,
      remove: this.#tooOld(round),
    });
    const [, signal] = await exit;
    if (signal === 'SIGKILL') this.#kills[step] += 1;
    this.#next = started(round + 1);
    const began = performance.now();
    if (isDigest) await this.#lookAtDigest(step, round, now);
    else await this.#lookAtArticles(step, round);
    this.#longestRecovery = Math.max(this.#longestRecovery, performance.now() - began);
  }

  async #schedule(now: number): Promise<void> {
    const { world } = this.discord;
    await scheduleDigest(this.store, {
      guild: world.guild,
      channel: world.general.id,
      quietLine: true,
      since: now - 1,
    });
    this.#due += 1;
  }

  #follow(child: ChildProcess, step: Step, random: () => number): void {
    child.on('message', (told: Told) => {
      if ('failed' in told) this.#lost.push(told.failed);
      if ('done' in told && told.what !== undefined) {
        if (told.done === 'add') this.#files.add(told.what);
        if (told.done === 'delete') this.#files.delete(told.what);
      }
      // Short pauses are the more likely: most steps are over within milliseconds.
      if ('begin' in told && told.begin === step)
        void sleep(Math.floor(random() ** 3 * 60)).then(() => child.kill('SIGKILL'));
    });
  }

  /** Articles that were added some rounds ago, as the process names them. */
  #tooOld(round: number): string[] {
    if (round < ROUNDS_KEPT) return [];
    return [...this.#files].slice(0, 3);
  }

  async #lookAtArticles(step: Step, round: number): Promise<void> {
    const articlesFolder = path.join(this.folder, 'articles');
    const archive = await openArchive({ articlesFolder, indexFolder: path.join(this.folder, 'index') });
    const at = `killed at ${step}, round ${round}`;
    for (const { file, error } of archive.problems) this.#lost.push(`${at}: ${file}: ${error.message}`);
    const files = archive.articles().map(({ file }) => file);
    const there = new Set(files);
    if (there.size !== files.length) this.#doubled.push(`${at}: an article stands twice in the archive`);
    const titles = archive.articles().map(({ title }) => title);
    if (new Set(titles).size !== titles.length) this.#doubled.push(`${at}: two articles with one title`);
    for (const file of this.#files) {
      // What was being deleted may be gone before that was acknowledged.
      const isGone = !existsSync(path.join(articlesFolder, file));
      if (isGone && step === 'delete') this.#files.delete(file);
      else if (!there.has(file)) this.#lost.push(`${at}: ${file}`);
    }
    const onDisk = readdirSync(articlesFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.split(path.sep).join('/'));
    for (const file of onDisk) if (!there.has(file)) this.#lost.push(`${at}: ${file} is not in the archive`);
    for (const file of there) if (!onDisk.includes(file)) this.#doubled.push(`${at}: ${file} is back`);
    await archive.close();
    // What was dropped is not needed any more.
    for (const file of onDisk) {
      const isOld = /^dropped-(\d+)-/.exec(file)?.[1];
      if (isOld !== undefined && Number(isOld) < round - ROUNDS_KEPT) rmSync(path.join(articlesFolder, file));
    }
  }

  async #lookAtDigest(step: Step, round: number, now: number): Promise<void> {
    const { world } = this.discord;
    const rest = new REST({ api: this.discord.apiUrl, retries: 0 }).setToken(this.discord.token);
    const empty = { date: new Date(now).toISOString().slice(0, 10), stories: [], articles: 0 };
    for (const moment of [now, now + LEASE + 1]) {
      await sendDueDigests({
        store: this.store,
        // The line of a day without articles is a message like any other.
        service: { digest: async () => empty },
        outbox: new DigestOutbox(rest, world.me.id),
        log: pino({ level: 'silent' }),
        now: () => moment,
        holder: 'the next process',
      });
    }
    const at = `killed at ${step}, round ${round}`;
    const [record] = await lastDigests(this.store, world.guild, 1);
    if (record?.due !== now || record.state !== 'sent')
      this.#lost.push(`${at}: the digest (${record?.state})`);
    const sent = this.#digests();
    if (sent > this.#due) this.#doubled.push(`${at}: ${sent} digests after ${this.#due} days`);
    if (sent < this.#due) this.#lost.push(`${at}: ${sent} digests after ${this.#due} days`);
    // Each is judged once.
    this.#due = sent;
  }

  #digests(): number {
    const { world } = this.discord;
    return world.history(world.general.id).filter(({ author }) => author.id === world.me.id).length;
  }
}

function stepOf(round: number): Step {
  return STEPS[round % STEPS.length] ?? 'open';
}

function started(round: number): ChildProcess {
  const kind = DIGEST_STEPS.has(stepOf(round)) ? 'digest' : 'archive';
  return fork(CHILD, [kind], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--import', 'tsx'],
  });
}
