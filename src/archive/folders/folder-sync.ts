import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../articles/articles-folder.js';
import { Mutex } from '../../mutex.js';
import type { UserError } from '../../user-error.js';
import type { FileRecord } from './snapshot.js';
import { type ArticleTarget, listFiles, syncFile, syncFolders } from './sync-folders.js';
import { type FolderWatch, watchFolders } from './watch-folders.js';

/**
 * At most this many broken files are named, and as many notes; more would bury the other lines that the operator should read.
 */
const PROBLEMS_TOLD = 10;

/** This many changed articles take more than a second to read. */
const MANY = 50;

/** Keeps an archive in step with its folders, one change at a time. */
export class FolderSync {
  readonly #folders: readonly string[];
  readonly #target: ArticleTarget;
  readonly #tell: (line: string) => void;
  readonly #anyLanguage: boolean;
  #records: readonly FileRecord[];
  #problems: readonly Problem[] = [];
  #watch: FolderWatch | null = null;
  readonly #mutex = new Mutex();

  /**
   * @param folders the first is the one that articles come into
   * @param records the files whose articles the target holds already
   * @param tell is given plain lines that the operator should read
   * @param anyLanguage takes in articles in other languages than English
   */
  constructor(
    folders: readonly string[],
    target: ArticleTarget,
    records: readonly FileRecord[],
    tell: (line: string) => void,
    anyLanguage = false,
  ) {
    this.#folders = folders;
    this.#target = target;
    this.#records = records;
    this.#tell = tell;
    this.#anyLanguage = anyLanguage;
  }

  /** The files whose articles are in the target. */
  get records(): readonly FileRecord[] {
    return this.#records;
  }

  /** The files that could not be archived, in order of their names. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /**
   * Brings the target up to date with the folders.
   * @param onListed called first, with the number of files
   * @throws UserError when a folder cannot be read
   */
  refresh(
    onProgress?: (done: number, total: number) => void,
    onListed?: (files: number) => void,
  ): Promise<void> {
    return this.#mutex.run(async () => {
      const files = await listFiles(this.#folders);
      onListed?.(files.length);
      const inBackground = this.#watch !== null;
      const synced = await syncFolders(
        this.#target,
        files,
        this.#records,
        onProgress,
        inBackground,
        this.#anyLanguage,
      );
      const rejected = (await this.#target.written?.()) ?? new Map<string, UserError>();
      this.#records = synced.records.filter(({ article }) => !rejected.has(article));
      const problems = [...synced.problems, ...problemsOf(synced.records, rejected)];
      const news = problems.filter((problem) => !this.#isKnown(problem));
      for (const line of [...problemLines(news), ...noteLines(synced.notes)]) this.#tell(line);
      this.#problems = problems;
    });
  }

  /**
   * Adds or updates the article of one file, such as one that was just written into the first folder.
   * @param file relative to its folder, with forward slashes
   * @param again reads the file even if it has not changed
   * @throws UserError when it cannot be read
   */
  syncFile(file: string, again = false): Promise<void> {
    return this.#mutex.run(async () => {
      const folder = await this.#folderOf(file);
      const { size, mtimeMs } = await stat(join(folder, file));
      const before = this.#records.find((record) => record.file === file);
      const found = { folder, file, bytes: size, modified: mtimeMs };
      const record = await syncFile(this.#target, found, again ? undefined : before, this.#anyLanguage);
      const problem = (await this.#target.written?.())?.get(record.article);
      if (problem !== undefined) throw problem;
      const others = this.#records.filter((each) => each !== before);
      const next = others.findIndex((each) => each.file > file);
      this.#records = others.toSpliced(next < 0 ? others.length : next, 0, record);
    });
  }

  /**
   * Keeps the target up to date with the folders until `close`. Changes show within about a second.
   * @param afterwards called after each look at the folders
   * @param refresh in place of `refresh`, which it calls
   */
  async watch(
    afterwards: () => Promise<void>,
    refresh: (onProgress: (done: number, total: number) => void) => Promise<void> = (onProgress) =>
      this.refresh(onProgress),
  ): Promise<void> {
    this.#watch ??= watchFolders(
      this.#folders,
      async () => {
        await refresh((done, total) => {
          if (done === 1 && total >= MANY) this.#tell(`Reading ${total} articles that are new or changed.`);
        });
        await afterwards();
      },
      this.#tell,
    );
    await this.#watch.ready;
  }

  /** Runs work on the target while no change is being made to it. */
  whenIdle<T>(work: () => Promise<T>): Promise<T> {
    return this.#mutex.run(work);
  }

  async close(): Promise<void> {
    await this.#watch?.close();
    await this.#mutex.idle();
  }

  /** The first folder that has the file. */
  async #folderOf(file: string): Promise<string> {
    for (const folder of this.#folders) {
      if (await stat(join(folder, file)).catch(() => null)) return folder;
    }
    return this.#folders[0] ?? '';
  }

  #isKnown({ file, error }: Problem): boolean {
    return this.#problems.some((known) => known.file === file && known.error.message === error.message);
  }
}

function problemsOf(records: readonly FileRecord[], rejected: ReadonlyMap<string, UserError>): Problem[] {
  return records.flatMap(({ file, article }) => {
    const error = rejected.get(article);
    return error === undefined ? [] : [{ file, error }];
  });
}

function problemLines(problems: readonly Problem[]): string[] {
  const lines = problems
    .slice(0, PROBLEMS_TOLD)
    .map(({ error }) => `Left out: ${error.message} ${error.hint ?? ''}`.trim());
  const rest = problems.length - lines.length;
  return rest > 0
    ? [...lines, `Left out: ${counted(rest, 'more file')}. All: npx clippings articles --broken`]
    : lines;
}

function noteLines(notes: readonly string[]): string[] {
  const rest = notes.length - PROBLEMS_TOLD;
  return notes
    .slice(0, PROBLEMS_TOLD)
    .map((note) => `Note: ${note}`)
    .concat(rest > 0 ? [`Note: ${rest} more like these.`] : []);
}

/** "1 article", "2 articles". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
