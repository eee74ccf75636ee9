import { dirname } from 'node:path';
import type { Problem } from '../../articles/articles-folder.js';
import { IndexedArchive } from '../memory/indexed-archive.js';
import type { MiniSearchIndex } from '../memory/minisearch-index.js';
import { packArticle } from '../packed-article.js';
import type { ArchivedArticle } from '../passage.js';
import { counted, FolderSync } from './folder-sync.js';
import { inShort, type StartingPoint } from './saved-archive.js';
import { DamagedText, type SavedTexts } from './saved-texts.js';
import { type FileRecord, type Snapshot, writeSnapshot } from './snapshot.js';
import type { SyncedArchive } from './synced-archive.js';

/** Reading one article takes as long as saving this many. */
const READING = 20;

/** An archive of article folders on this machine, searched in memory. It follows the folders when told to. */
export class FolderArchive extends IndexedArchive implements SyncedArchive {
  readonly #path: string;
  readonly #index: MiniSearchIndex;
  readonly #texts: SavedTexts;
  readonly #tell: (line: string) => void;
  readonly #sync: FolderSync;
  /** The articles whose files are being read again, by id. */
  readonly #mending = new Map<string, Promise<void>>();
  #savedRecords: readonly FileRecord[];
  #fault: string | null;
  /** Why it could not be saved the last time; null if it could. */
  #unsaved: string | null = null;

  /**
   * @param folders the first is the one that articles come into
   * @param path of the saved index
   * @param tell is given plain lines that the operator should read
   * @param anyLanguage takes in articles in other languages than English
   */
  constructor(
    folders: readonly string[],
    path: string,
    start: StartingPoint,
    tell: (line: string) => void = () => {},
    anyLanguage = false,
  ) {
    super(start.index, start.texts, start.summaries);
    this.#path = path;
    this.#index = start.index;
    this.#texts = start.texts;
    this.#fault = start.fault;
    this.#tell = tell;
    this.#savedRecords = start.files;
    this.#sync = new FolderSync(folders, this, start.files, tell, anyLanguage);
  }

  /** The files that could not be archived, in order of their names. */
  get problems(): readonly Problem[] {
    return this.#sync.problems;
  }

  get isSaved(): boolean {
    return this.#changes() === 0;
  }

  /** Returns an article. If its text is damaged in the saved index, its file is read again. */
  override async article(id: string): Promise<ArchivedArticle | undefined> {
    try {
      return await super.article(id);
    } catch (error) {
      if (!(error instanceof DamagedText)) throw error;
      const record = this.#sync.records.find(({ article }) => article === id);
      if (record === undefined) throw error;
      // One answer asks for the same article several times at once.
      const mending = this.#mending.get(id) ?? this.#mend(id, record.file);
      this.#mending.set(id, mending);
      await mending;
      return super.article(id);
    }
  }

  async packed(id: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#texts.packed(id);
    } catch (error) {
      if (!(error instanceof DamagedText)) throw error;
      const article = await this.article(id);
      return article && packArticle(article);
    }
  }

  async #mend(id: string, file: string): Promise<void> {
    this.#tell(`The index was damaged; reading ${file} again.`);
    await this.#sync.syncFile(file, true).finally(() => this.#mending.delete(id));
  }

  /**
   * Brings the archive up to date with its folders.
   * @throws UserError when a folder cannot be read
   */
  async refresh(onProgress?: (done: number, total: number) => void): Promise<void> {
    await this.#sync.refresh(onProgress, (files) => {
      if (this.#fault !== null)
        this.#tell(`${this.#fault}; rebuilding it from ${counted(files, 'article')}.`);
      this.#fault = null;
    });
    // Otherwise the first question would have to wait for it.
    this.#index.settle();
  }

  /**
   * Adds or updates the article of a file that was just written into the first folder.
   * @param file relative to the folder, with forward slashes
   * @throws UserError when it cannot be read
   */
  syncFile(file: string): Promise<void> {
    return this.#sync.syncFile(file);
  }

  /**
   * Saves the index, so that the next start need not read the articles again. Tells the operator if it
   * cannot.
   */
  save(): Promise<void> {
    // A damaged text is left out; its file will be read at the next start.
    const textOf = (id: string) =>
      this.#texts.packed(id).catch((error) => {
        if (error instanceof DamagedText) return undefined;
        throw error;
      });
    return this.#sync.whenIdle(async () => {
      const { records } = this.#sync;
      try {
        const { file, places } = await writeSnapshot(this.#path, this.#snapshot(records), textOf);
        await this.#texts.moveTo(file, places);
        this.#savedRecords = records;
        this.#unsaved = null;
      } catch (error) {
        const reason = inShort(error);
        if (reason !== this.#unsaved) {
          this.#tell(
            `The index could not be saved in ${dirname(this.#path)} (${reason}); the archive answers all the same.`,
          );
        }
        this.#unsaved = reason;
      }
    });
  }

  /** Keeps the archive up to date with its folders until it is closed. Changes show within about a second. */
  watch(): Promise<void> {
    return this.#sync.watch(async () => {
      this.#index.settle();
      // Articles arrive one by one, but an index can only be saved whole: too much work to repeat for each of
      // them.
      if (this.#changes() * READING > this.#sync.records.length) await this.save();
    });
  }

  override async close(): Promise<void> {
    await this.#sync.close();
    await super.close();
  }

  /** The number of files that were read or have gone since the index was saved. */
  #changes(): number {
    const { records } = this.#sync;
    const saved = new Set(this.#savedRecords.map(stateOf));
    const same = records.filter((record) => saved.has(stateOf(record))).length;
    return Math.max(records.length, saved.size) - same;
  }

  #snapshot(files: readonly FileRecord[]): Snapshot {
    const { articles, arrays } = this.#index.saved();
    const summaries = new Map(this.articles().map((summary) => [summary.id, summary]));
    return {
      files,
      vocabulary: this.#index.vocabulary.terms,
      articles: articles.map(({ id, terms }) => {
        const summary = summaries.get(id);
        if (summary === undefined) throw new Error(`${id} is in the index and not in the archive`);
        return { summary, terms };
      }),
      arrays,
    };
  }
}

/** Includes the time: otherwise a file that was only copied or touched would be read again at every start. */
function stateOf({ file, sha256, modified }: FileRecord): string {
  return `${sha256} ${modified} ${file}`;
}
