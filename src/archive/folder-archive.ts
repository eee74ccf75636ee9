import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../articles/articles-folder.js';
import { followFolders, listFiles, takeIn } from './follow-folder.js';
import { MemoryArchive } from './memory-archive.js';
import type { MiniSearchIndex } from './minisearch-index.js';
import { inShort, type StartingPoint, save } from './saved-archive.js';
import type { FileRecord } from './snapshot.js';
import { type FolderWatch, watchFolders } from './watch-folders.js';

/** So many broken files are named; more would bury what else there is to read. */
const PROBLEMS_TOLD = 10;

/** So many changed articles take more than a second to read. */
const MANY = 50;

/** Reading an article takes as long as saving so many. */
const READING = 20;

/** The archive of folders of articles, which it follows when told to. Changes are made one after the other. */
export class FolderArchive extends MemoryArchive {
  readonly #folders: readonly string[];
  readonly #path: string;
  readonly #index: MiniSearchIndex;
  readonly #tell: (line: string) => void;
  #records: readonly FileRecord[];
  #savedRecords: readonly FileRecord[];
  #problems: readonly Problem[] = [];
  #fault: string | null;
  #watch: FolderWatch | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param folders the first is the one that articles come into
   * @param path of the saved index
   * @param tell is given plain lines that the operator should read
   */
  constructor(
    folders: readonly string[],
    path: string,
    start: StartingPoint,
    tell: (line: string) => void = () => {},
  ) {
    super(start.index, start.articles);
    this.#folders = folders;
    this.#path = path;
    this.#index = start.index;
    this.#fault = start.fault;
    this.#tell = tell;
    this.#records = start.files;
    this.#savedRecords = start.files;
  }

  /** The files that could not be archived, in order of their names. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /**
   * Whether saving the index takes less time than it saves at the next start, which reads the articles that the saved
   * index lacks.
   */
  get isWorthSaving(): boolean {
    const saved = new Set(this.#savedRecords.map(({ file, sha256 }) => `${sha256} ${file}`));
    const same = this.#records.filter(({ file, sha256 }) => saved.has(`${sha256} ${file}`)).length;
    const changes = Math.max(this.#records.length, saved.size) - same;
    return changes * READING > this.#records.length;
  }

  /**
   * Takes in whatever changed in the folders.
   * @throws UserError when a folder cannot be read
   */
  refresh(onProgress?: (done: number, total: number) => void): Promise<void> {
    return this.#inTurn(async () => {
      const files = await listFiles(this.#folders);
      if (this.#fault !== null)
        this.#tell(`${this.#fault}; rebuilding it from ${counted(files.length, 'article')}.`);
      this.#fault = null;
      const { records, problems } = await followFolders(this, files, this.#records, onProgress);
      this.#records = records;
      for (const line of problemLines(problems.filter((problem) => !this.#isKnown(problem))))
        this.#tell(line);
      this.#problems = problems;
    });
  }

  /**
   * Takes in one file that was just written into the first folder.
   * @param file relative to the folder, with forward slashes
   * @throws UserError when it cannot be read
   */
  follow(file: string): Promise<void> {
    return this.#inTurn(async () => {
      const folder = this.#folders[0] ?? '';
      const { size, mtimeMs } = await stat(join(folder, file));
      const before = this.#records.find((record) => record.file === file);
      const record = await takeIn(this, { folder, file, bytes: size, modified: mtimeMs }, before);
      const others = this.#records.filter((each) => each !== before);
      const next = others.findIndex((each) => each.file > file);
      this.#records = others.toSpliced(next < 0 ? others.length : next, 0, record);
    });
  }

  /** Saves the index, so that the next start need not read the articles again. Says so where it cannot. */
  save(): Promise<void> {
    return this.#inTurn(async () => {
      const records = this.#records;
      try {
        await save(this.#path, this.#index, this.held(), records);
        this.#savedRecords = records;
      } catch (error) {
        this.#tell(`The index could not be saved (${inShort(error)}); the archive answers all the same.`);
      }
    });
  }

  /** Takes in by itself what changes in the folders, within a second or so, from now on until it is closed. */
  async watch(): Promise<void> {
    this.#watch ??= watchFolders(
      this.#folders,
      async () => {
        await this.refresh((done, total) => {
          if (done === 1 && total >= MANY) this.#tell(`Reading ${total} articles that are new or changed.`);
        });
        if (this.isWorthSaving) await this.save();
      },
      this.#tell,
    );
    await this.#watch.ready;
  }

  override async close(): Promise<void> {
    await this.#watch?.close();
    await this.#last;
    await super.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #isKnown({ file, error }: Problem): boolean {
    return this.#problems.some((known) => known.file === file && known.error.message === error.message);
  }
}

function problemLines(problems: readonly Problem[]): string[] {
  const lines = problems
    .slice(0, PROBLEMS_TOLD)
    .map(({ error }) => `Left out: ${error.message} ${error.hint ?? ''}`.trim());
  const rest = problems.length - lines.length;
  return rest > 0 ? [...lines, `Left out: ${counted(rest, 'more file')}.`] : lines;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
