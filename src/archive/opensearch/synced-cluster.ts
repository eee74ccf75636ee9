import type { Problem } from '../../articles/articles-folder.js';
import { UserError } from '../../user-error.js';
import type { Archive, ArticleSummary } from '../archive.js';
import { FolderSync } from '../folders/folder-sync.js';
import type { FileRecord } from '../folders/snapshot.js';
import type { SyncedArchive } from '../folders/synced-archive.js';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageQuery } from '../passage-index.js';
import type { ClusterArchive } from './cluster-archive.js';
import { saveRecords } from './file-records.js';

/** Articles that a read-only cluster did not take are brought again after this many milliseconds. */
const RETRY = 60_000;

/**
 * An archive in a cluster, kept in step with this process's folders. Other processes may put articles there
 * too: when a file goes, only an article that came from this machine's files is removed.
 */
export class SyncedCluster implements SyncedArchive {
  readonly #archive: ClusterArchive;
  readonly #sync: FolderSync;
  readonly #path: string;
  readonly #version: string;
  readonly #tell: (line: string) => void;
  readonly #retryAfter: number;
  #saved: readonly FileRecord[];
  /** Whether the cluster took no writes when last asked to. */
  #isBlocked = false;
  #isWatching = false;
  #retry: NodeJS.Timeout | undefined;

  /**
   * @param folders the first is the one that articles come into
   * @param path of the file that records which files are in the cluster
   * @param records of files that are known to be in the cluster
   * @param version of the documents made from them
   * @param anyLanguage takes in articles in other languages than English
   * @param retryAfter see `RETRY`
   */
  constructor(
    archive: ClusterArchive,
    folders: readonly string[],
    path: string,
    records: readonly FileRecord[],
    version: string,
    tell: (line: string) => void,
    anyLanguage = false,
    retryAfter = RETRY,
  ) {
    this.#archive = archive;
    this.#sync = new FolderSync(folders, archive, records, tell, anyLanguage);
    this.#path = path;
    this.#version = version;
    this.#saved = records;
    this.#tell = tell;
    this.#retryAfter = retryAfter;
  }

  get articleCount(): number {
    return this.#archive.articleCount;
  }

  get passageCount(): number {
    return this.#archive.passageCount;
  }

  get problems(): readonly Problem[] {
    return this.#sync.problems;
  }

  get isSaved(): boolean {
    return areSame(this.#sync.records, this.#saved);
  }

  articles(): readonly ArticleSummary[] {
    return this.#archive.articles();
  }

  article(id: string): Promise<ArchivedArticle | undefined> {
    return this.#archive.article(id);
  }

  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#archive.search(query);
  }

  documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#archive.documentFrequencies(terms);
  }

  within(sources: readonly string[]): Archive {
    return this.#archive.within(sources);
  }

  check(): Promise<void> {
    return this.#archive.check();
  }

  /**
   * Brings the cluster up to date with the folders. A cluster that takes no writes goes on answering from what it holds;
   * while the folders are watched, the rest is brought again later.
   */
  async refresh(onProgress?: (done: number, total: number) => void): Promise<void> {
    await this.#bring(onProgress);
    await this.#archive.refresh();
  }

  syncFile(file: string): Promise<void> {
    return this.#sync.syncFile(file);
  }

  async save(): Promise<void> {
    const { records } = this.#sync;
    try {
      await saveRecords(this.#path, this.#version, records);
      this.#saved = records;
    } catch (error) {
      this.#tell(
        `It could not be noted in ${this.#path} which articles are in the cluster (${String(error)}); the next start looks.`,
      );
    }
  }

  async watch(): Promise<void> {
    this.#isWatching = true;
    this.#archive.watch();
    await this.#sync.watch(
      async () => {
        if (!this.isSaved) await this.save();
      },
      (onProgress) => this.#bring(onProgress),
    );
  }

  async close(): Promise<void> {
    this.#isWatching = false;
    clearTimeout(this.#retry);
    await this.#sync.close();
    await this.#archive.close();
  }

  async #bring(onProgress?: (done: number, total: number) => void): Promise<void> {
    try {
      await this.#sync.refresh(onProgress);
      if (this.#isBlocked) this.#tell('The search cluster takes writes again.');
      this.#isBlocked = false;
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'archive-read-only') throw error;
      const line = `${error.message} Questions are answered from what it holds; new articles are brought later. ${error.hint ?? ''}`;
      if (!this.#isBlocked) this.#tell(line.trim());
      this.#isBlocked = true;
      clearTimeout(this.#retry);
      if (!this.#isWatching) return;
      this.#retry = setTimeout(() => {
        // Whatever keeps it from being brought is told by the next change in the folders.
        this.#bring().then(
          () => (this.isSaved ? undefined : this.save()),
          () => undefined,
        );
      }, this.#retryAfter).unref();
    }
  }
}

function areSame(one: readonly FileRecord[], other: readonly FileRecord[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ file, sha256, modified }, place) => {
      const same = other[place];
      return file === same?.file && sha256 === same.sha256 && modified === same.modified;
    })
  );
}
