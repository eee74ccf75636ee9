import { rmSync } from 'node:fs';
import { REST } from 'discord.js';
import { pino } from 'pino';
import { sendDueDigests } from '../../../../src/discord/digests/clock.js';
import { LEASE } from '../../../../src/discord/digests/delivery.js';
import { DigestOutbox } from '../../../../src/discord/digests/outbox.js';
import { lastDigests } from '../../../../src/store/digest-sends.js';
import { openStore, type Store } from '../../../../src/store/store.js';
import { StandIn } from '../../../../test/discord/stand-in/stand-in.js';
import { scheduleDigest } from '../../../../test/store/scheduled-digest.js';
import { DAY } from '../news.js';
import { type Findings, type Orders, storeUrl, type Trial } from '../points.js';
import { FIRST_DUE, trialFolder } from './trial-folder.js';

/** Whether every digest that was due is in its channel, once, and recorded. */
export class DigestTrial implements Trial {
  /** How many digests there should be. */
  #due = 0;
  #now = 0;

  private constructor(
    private readonly folder: string,
    private readonly store: Store,
    private readonly discord: StandIn,
  ) {}

  static async start(): Promise<DigestTrial> {
    const folder = trialFolder();
    return new DigestTrial(folder, await openStore({ url: storeUrl(folder) }), await StandIn.start());
  }

  async begin(round: number): Promise<Orders> {
    const { world, apiUrl, token } = this.discord;
    const now = FIRST_DUE + round * DAY;
    const channel = world.general.id;
    await scheduleDigest(this.store, { guild: world.guild, channel, quietLine: true, since: now - 1 });
    this.#now = now;
    this.#due += 1;
    return { folder: this.folder, round, now, remove: [], discord: { apiUrl, token, me: world.me.id } };
  }

  told(): void {
    // What counts is what is in the channel.
  }

  async look(): Promise<Findings> {
    const { world } = this.discord;
    const rest = new REST({ api: this.discord.apiUrl, retries: 0 }).setToken(this.discord.token);
    const empty = { date: new Date(this.#now).toISOString().slice(0, 10), stories: [], articles: 0 };
    // The next process looks at once, and again when the lease of the dead one has run out.
    for (const moment of [this.#now, this.#now + LEASE + 1]) {
      await sendDueDigests({
        store: this.store,
        service: { digest: async () => empty },
        outbox: new DigestOutbox(rest, world.me.id),
        log: pino({ level: 'silent' }),
        now: () => moment,
        holder: 'the next process',
      });
    }
    const lost: string[] = [];
    const doubled: string[] = [];
    const [record] = await lastDigests(this.store, world.guild, 1);
    if (record?.due !== this.#now || record.state !== 'sent') lost.push(`the digest is ${record?.state}`);
    const there = world.history(world.general.id).filter(({ author }) => author.id === world.me.id).length;
    if (there > this.#due) doubled.push(`${there} digests after ${this.#due} days`);
    if (there < this.#due) lost.push(`${there} digests after ${this.#due} days`);
    // Each is judged once.
    this.#due = there;
    return { lost, doubled };
  }

  async end(): Promise<void> {
    this.store.close();
    await this.discord.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
