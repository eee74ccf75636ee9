import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Progress, SyncedArchive } from '../archive/open-archive.js';
import { listArticleFiles, readArticleBytes, unreadable } from '../articles/articles-folder.js';
import { isBelow, openRegularFile } from '../articles/regular-file.js';
import { inTime } from '../in-time.js';
import { UserError } from '../user-error.js';
import { ArticleCollection, type Ingested, type IngestOptions } from './article-collection.js';
import type { Incoming } from './incoming.js';
import { countLines, readJsonLines } from './json-lines.js';
import { fetchPage } from './web/page.js';
import { Robots } from './web/robots.js';
import type { Web } from './web/web.js';

export interface IngesterOptions {
  readonly archive: SyncedArchive;
  /** Where articles that come in are written; the first folder of the archive. */
  readonly folder: string;
  readonly web: Web;
  /** The name by which sites know us in robots.txt. */
  readonly agent: string;
  /** Takes in articles in other languages than English. */
  readonly anyLanguage?: boolean;
  readonly now?: () => Date;
}

/** The outcome for one thing that was to be added: an article, or the reason why not. */
export interface IngestOutcome {
  /** Its address, file, or line of a file. */
  readonly what: string;
  readonly result: Ingested | UserError;
}

/** Errors of an archive that takes nothing just now. */
const DELAYS: ReadonlySet<string> = new Set(['archive-read-only', 'archive-unreachable', 'archive-busy']);

const JSON_LINES = new Set(['.jsonl', '.ndjson']);

/**
 * Ingests articles from pages, files and folders. Each is on disk, and can be asked about, before it is
 * reported.
 */
export class Ingester {
  readonly archive: SyncedArchive;
  readonly web: Web;
  readonly robots: Robots;
  readonly now: () => Date;
  readonly #folder: string;
  readonly #collection: ArticleCollection;

  constructor({ archive, folder, web, agent, anyLanguage, now = () => new Date() }: IngesterOptions) {
    this.archive = archive;
    this.web = web;
    this.robots = new Robots(web, agent, () => now().getTime());
    this.now = now;
    this.#folder = folder;
    this.#collection = new ArticleCollection(folder, now, anyLanguage);
  }

  /** @throws UserError when it cannot be read or written */
  async ingest(incoming: Incoming, options?: IngestOptions): Promise<Ingested> {
    await this.#collection.sync(this.archive);
    return this.#shown(await this.#collection.ingest(incoming, options));
  }

  /**
   * Notes that the article of an address also came by other sources.
   * @returns whether the archive holds one
   * @throws UserError when it cannot be written
   */
  async credit(address: string, sources: readonly string[]): Promise<boolean> {
    await this.#collection.sync(this.archive);
    const credited = await this.#collection.credit(address, sources);
    if (credited !== null) await this.#shown(credited);
    return credited !== null;
  }

  /** Brings what was written to the archive. */
  async #shown(ingested: Ingested): Promise<Ingested> {
    if (!ingested.isWritten) return ingested;
    try {
      await this.archive.syncFile(ingested.article.file);
      return ingested;
    } catch (error) {
      // Its file is written, and is brought to the archive as soon as that takes it.
      if (error instanceof UserError && DELAYS.has(error.code)) return { ...ingested, delay: error.message };
      throw error;
    }
  }

  /** @throws UserError when the page cannot be had, or holds no whole article */
  page(address: string): Promise<Incoming> {
    return fetchPage(this.web, this.robots, address);
  }

  /**
   * Adds what an operator names: the address of a page, a file, a folder of files, or articles as JSON Lines.
   * Recognises what was added before, so that a long import that was broken off can be resumed by starting it
   * again.
   */
  async *add(
    what: string,
    onProgress: (progress: Progress) => void = () => {},
  ): AsyncGenerator<IngestOutcome> {
    await this.#collection.sync(this.archive, (done, total) =>
      onProgress({ work: 'Looking through the archive', done, total }),
    );
    if (/^https?:\/\//i.test(what)) {
      yield { what, result: await asResult(this.page(what).then((page) => this.ingest(page))) };
      return;
    }
    const path = resolve(what);
    const found = await stat(path).catch(() => null);
    if (found === null) {
      const result = new UserError(
        'add-missing',
        `There is no file ${what}.`,
        'Give a file, a folder or an address that begins with https://.',
      );
      yield { what, result };
    } else if (found.isDirectory()) yield* this.#addFolder(path, onProgress);
    else {
      // Whoever names a link means what it leads to.
      const place = await realpath(path);
      yield* this.#addFile(dirname(place), basename(place), onProgress);
    }
  }

  async *#addFolder(folder: string, onProgress: (progress: Progress) => void): AsyncGenerator<IngestOutcome> {
    const files = await listArticleFiles(folder);
    for (const [position, { file }] of files.entries()) {
      yield* this.#addFile(folder, file, onProgress);
      onProgress({ work: `Adding ${basename(folder)}`, done: position + 1, total: files.length });
    }
  }

  async *#addFile(
    folder: string,
    file: string,
    onProgress: (progress: Progress) => void,
  ): AsyncGenerator<IngestOutcome> {
    if (JSON_LINES.has(extname(file).toLowerCase())) yield* this.#import(folder, file, onProgress);
    else yield { what: join(folder, file), result: await asResult(this.#ingestFile(folder, file)) };
  }

  async #ingestFile(folder: string, file: string): Promise<Ingested> {
    const bytes = await readArticleBytes(folder, file);
    const articles = await realpath(this.#folder).catch(() => this.#folder);
    if (isBelow(articles, await realpath(join(folder, file)))) {
      throw new UserError(
        'add-inside',
        `${join(folder, file)} lies in the folder of articles: it is read from there anyway.`,
      );
    }
    const { readDraft } = await import('../articles/read-article.js');
    const { metadata, ...draft } = readDraft(basename(file), bytes);
    // What the operator adds is shared, wherever the file came from.
    const { sources: _, ...own } = metadata;
    return this.ingest({ ...draft, metadata: own });
  }

  async *#import(
    folder: string,
    file: string,
    onProgress: (progress: Progress) => void,
  ): AsyncGenerator<IngestOutcome> {
    const opened = await inTime(() => openRegularFile(folder, file)).catch((cause) =>
      unreadable(file, cause),
    );
    if (opened instanceof UserError) {
      yield { what: join(folder, file), result: opened };
      return;
    }
    const name = basename(file);
    const [work, total] = [`Importing ${name}`, await countLines(opened)];
    try {
      for await (const line of readJsonLines(opened)) {
        const result = 'error' in line ? line.error : await asResult(this.#collection.ingest(line.incoming));
        // A full disk stays full.
        if (result instanceof UserError && result.code === 'disk') throw result;
        yield { what: `${name}:${line.number}`, result };
        onProgress({ work, done: line.number, total });
      }
    } finally {
      await opened.close();
      // Done once at the end: thousands of articles are read faster together than one by one.
      await this.archive.refresh((done, all) => onProgress({ work: 'Updating the index', done, total: all }));
    }
  }
}

async function asResult(ingested: Promise<Ingested>): Promise<Ingested | UserError> {
  return ingested.catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
}
