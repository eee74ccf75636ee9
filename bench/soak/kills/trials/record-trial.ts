import { rmSync } from 'node:fs';
import { readDigestSchedules } from '../../../../src/store/digest-schedules.js';
import { guildsKept } from '../../../../src/store/forgetting.js';
import { openStore, type Store } from '../../../../src/store/store.js';
import { DAY, ROUNDS_KEPT } from '../news.js';
import { type Findings, type Orders, type Point, storeUrl, type Told, type Trial } from '../points.js';
import { FIRST_DUE, faultsOf, repeated, trialFolder } from './trial-folder.js';

/** Whether every setting, schedule and question that was acknowledged is there, once, and nothing that was erased. */
export class RecordTrial implements Trial {
  /** What was acknowledged, as "schedule 12-3", with the round that wrote it. */
  readonly #kept = new Map<string, number>();
  readonly #erased = new Set<string>();
  #round = 0;

  private constructor(
    private readonly folder: string,
    private readonly store: Store,
  ) {}

  static async start(): Promise<RecordTrial> {
    const folder = trialFolder();
    return new RecordTrial(folder, await openStore({ url: storeUrl(folder) }));
  }

  async begin(round: number): Promise<Orders> {
    this.#round = round;
    const remove = (await guildsKept(this.store)).filter((guild) => roundOf(guild) < round - ROUNDS_KEPT);
    return { folder: this.folder, round, now: FIRST_DUE + round * DAY, remove };
  }

  told(told: Told): void {
    if ('kept' in told) this.#kept.set(told.kept, this.#round);
    if ('gone' in told) this.#erased.add(told.gone);
  }

  async look(point: Point): Promise<Findings> {
    const settings = await this.#guildsIn('guild_settings');
    const questions = await this.#guildsIn('questions');
    const schedules = (await readDigestSchedules(this.store)).map(({ guild }) => guild);
    const there = new Set([
      ...settings.map((guild) => `settings ${guild}`),
      ...schedules.map((guild) => `schedule ${guild}`),
      ...questions.map((guild) => `question ${guild}`),
    ]);
    const lost = await faultsOf(this.store);
    for (const [what, round] of this.#kept) {
      const [, guild = ''] = what.split(' ');
      // What was being erased may be gone before that was acknowledged, but all of it.
      const isGone = ![settings, schedules, questions].some((guilds) => guilds.includes(guild));
      const mayBeGone = point === 'erase' && round < this.#round - ROUNDS_KEPT && isGone;
      if (this.#erased.has(guild) || mayBeGone) this.#kept.delete(what);
      else if (!there.has(what)) lost.push(what);
    }
    const back = [...there].filter((what) => this.#erased.has(what.split(' ')[1] ?? ''));
    lost.push(...back.map((what) => `${what} is back`));
    return { lost, doubled: [...repeated(settings), ...repeated(schedules), ...repeated(questions)] };
  }

  async end(): Promise<void> {
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #guildsIn(table: string): Promise<string[]> {
    const { rows } = await this.store.execute(`SELECT guild FROM ${table}`);
    return rows.map(({ guild }) => String(guild));
  }
}

function roundOf(guild: string): number {
  return Number(guild.split('-')[0]);
}
