import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../../src/archive/open-archive.js';
import { addFeed, feedItems } from '../../../../src/store/feeds.js';
import { openStore, type Store } from '../../../../src/store/store.js';
import { DAY, itemAddress, ROUNDS_KEPT } from '../news.js';
import { articlesFolder, type Findings, indexFolder, type Orders, storeUrl, type Trial } from '../points.js';
import { FEED, ITEMS, pollOnce } from '../poll-once.js';
import { FIRST_DUE, repeated, trialFolder } from './trial-folder.js';

/** Whether every item of a feed becomes one article, whenever its poll is broken off. */
export class FeedTrial implements Trial {
  #round = 0;

  private constructor(
    private readonly folder: string,
    private readonly store: Store,
  ) {}

  static async start(): Promise<FeedTrial> {
    const folder = trialFolder();
    const store = await openStore({ url: storeUrl(folder) });
    await addFeed(store, FEED, null, FIRST_DUE);
    return new FeedTrial(folder, store);
  }

  async begin(round: number): Promise<Orders> {
    this.#round = round;
    return { folder: this.folder, round, now: this.#now, remove: [] };
  }

  told(): void {
    // What counts is what the store notes.
  }

  async look(): Promise<Findings> {
    const lost: string[] = [];
    const folder = articlesFolder(this.folder);
    const archive = await openArchive({ articlesFolder: folder, indexFolder: indexFolder(this.folder) });
    const addresses = () => archive.articles().map(({ url }) => String(url));
    const items = await feedItems(this.store, FEED);
    const noted = [...items.values()].filter(({ settled }) => settled).map(({ item }) => item);
    for (const item of noted) if (!addresses().includes(item)) lost.push(`${item} is noted and not there`);
    await pollOnce({ archive, store: this.store, folder, round: this.#round, now: this.#now });
    for (let at = 0; at < ITEMS; at++) {
      const address = itemAddress(this.#round, at);
      if (!addresses().includes(address)) lost.push(address);
    }
    const doubled = repeated(addresses());
    for (const { url, file } of archive.articles()) {
      const round = Number(/\/(\d+)\/\d+$/.exec(url ?? '')?.[1]);
      if (round < this.#round - ROUNDS_KEPT) rmSync(join(folder, file));
    }
    await archive.close();
    return { lost, doubled };
  }

  async end(): Promise<void> {
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #now(): number {
    return FIRST_DUE + this.#round * DAY;
  }
}
