import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FollowingArchive, openArchive } from '../../src/archive/open-archive.js';
import type { FeedDesk } from '../../src/ingest/feeds/poll-feed.js';
import { Intake } from '../../src/ingest/ingest.js';
import { openStore, type Store } from '../../src/store/store.js';
import { loopbackWeb } from './web-server.js';

/** Everything that takes articles in, over a folder of its own and a clock that stands until it is moved. */
export class TestDesk implements FeedDesk {
  time = Date.parse('2024-03-12T09:00:00Z');
  /** How long it was asked to wait, in milliseconds. */
  readonly pauses: number[] = [];
  readonly web = loopbackWeb();
  readonly intake: Intake;

  private constructor(
    readonly folder: string,
    readonly archive: FollowingArchive,
    readonly store: Store,
  ) {
    this.intake = new Intake({
      archive,
      folder: join(folder, 'articles'),
      web: this.web,
      agent: 'Clippings',
      now: () => new Date(this.time),
    });
  }

  static async open(): Promise<TestDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'clippings-intake-'));
    const [articlesFolder, indexFolder] = [join(folder, 'articles'), join(folder, 'index')];
    await mkdir(articlesFolder);
    const archive = await openArchive({ articlesFolder, indexFolder });
    const store = await openStore({ url: `file:${join(folder, 'clippings.db')}` });
    return new TestDesk(folder, archive, store);
  }

  readonly random = () => 0;

  readonly pause = async (milliseconds: number): Promise<void> => {
    this.pauses.push(milliseconds);
  };

  async close(): Promise<void> {
    await this.web.close();
    this.store.close();
    await this.archive.close();
    await rm(this.folder, { recursive: true });
  }
}
