import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive, type SyncedArchive } from '../../src/archive/open-archive.js';
import type { IngestContext } from '../../src/ingest/feeds/poll-feed.js';
import { Ingester } from '../../src/ingest/ingester.js';
import { openStore, type Store } from '../../src/store/store.js';
import { loopbackWeb } from './web-server.js';

/** Everything that takes articles in, over a folder of its own and a clock that stands until it is moved. */
export class TestIngestContext implements IngestContext {
  time = Date.parse('2024-03-12T09:00:00Z');
  /** How long it was asked to wait, in milliseconds. */
  readonly pauses: number[] = [];
  readonly web = loopbackWeb();
  readonly ingester: Ingester;

  private constructor(
    readonly folder: string,
    readonly archive: SyncedArchive,
    readonly store: Store,
    anyLanguage: boolean,
  ) {
    this.ingester = new Ingester({
      archive,
      folder: join(folder, 'articles'),
      web: this.web,
      agent: 'Clippings',
      anyLanguage,
      now: () => new Date(this.time),
    });
  }

  static async open({ anyLanguage = false } = {}): Promise<TestIngestContext> {
    const folder = await mkdtemp(join(tmpdir(), 'clippings-ingest-'));
    const [articlesFolder, indexFolder] = [join(folder, 'articles'), join(folder, 'index')];
    await mkdir(articlesFolder);
    const archive = await openArchive({ articlesFolder, indexFolder, anyLanguage });
    const store = await openStore({ url: `file:${join(folder, 'clippings.db')}` });
    return new TestIngestContext(folder, archive, store, anyLanguage);
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
