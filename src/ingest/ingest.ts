import { realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { FollowingArchive, Progress } from '../archive/open-archive.js';
import { listArticleFiles, readArticleBytes } from '../articles/articles-folder.js';
import { readDraft } from '../articles/read-article.js';
import { UserError } from '../user-error.js';
import { Collection, type Taken, type TakeOptions } from './collection.js';
import type { Incoming } from './incoming.js';
import { countLines, readJsonLines } from './json-lines.js';
import { fetchPage } from './web/page.js';
import { Robots } from './web/robots.js';
import type { Web } from './web/web.js';

export interface IntakeOptions {
  readonly archive: FollowingArchive;
  /** Where articles that come in are written; the first folder of the archive. */
  readonly folder: string;
  readonly web: Web;
  /** The name by which sites know us in robots.txt. */
  readonly agent: string;
  readonly now?: () => Date;
}

/** What became of one thing that was to be added: an article, or the reason why not. */
export interface Outcome {
  /** Its address, file, or line of a file. */
  readonly what: string;
  readonly result: Taken | UserError;
}

const JSON_LINES = new Set(['.jsonl', '.ndjson']);

/** Takes articles in from pages, files and folders. Each is on disk, and can be asked about, before it is reported. */
export class Intake {
  readonly archive: FollowingArchive;
  readonly web: Web;
  readonly robots: Robots;
  readonly now: () => Date;
  readonly #folder: string;
  readonly #collection: Collection;

  constructor({ archive, folder, web, agent, now = () => new Date() }: IntakeOptions) {
    this.archive = archive;
    this.web = web;
    this.robots = new Robots(web, agent, () => now().getTime());
    this.now = now;
    this.#folder = folder;
    this.#collection = new Collection(folder, now);
  }

  /** @throws UserError when it cannot be read or written */
  async take(incoming: Incoming, options?: TakeOptions): Promise<Taken> {
    await this.#collection.follow(this.archive);
    const taken = await this.#collection.take(incoming, options);
    if (taken.isWritten) await this.archive.follow(taken.article.file);
    return taken;
  }

  /** Whether the article of an address is there already. */
  async holds(address: string): Promise<boolean> {
    await this.#collection.follow(this.archive);
    return this.#collection.holds(address);
  }

  /** @throws UserError when the page cannot be had, or holds no whole article */
  page(address: string): Promise<Incoming> {
    return fetchPage(this.web, this.robots, address);
  }

  /**
   * Adds what an operator names: the address of a page, a file, a folder of files, or articles as JSON Lines. What was
   * added before is known, so that a long import that was broken off goes on when it is started again.
   */
  async *add(what: string, onProgress: (progress: Progress) => void = () => {}): AsyncGenerator<Outcome> {
    await this.#collection.follow(this.archive, (done, total) =>
      onProgress({ work: 'Looking through the archive', done, total }),
    );
    if (/^https?:\/\//i.test(what)) {
      yield { what, result: await asResult(this.page(what).then((page) => this.take(page))) };
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
    else yield* this.#addFile(path, onProgress);
  }

  async *#addFolder(folder: string, onProgress: (progress: Progress) => void): AsyncGenerator<Outcome> {
    const files = await listArticleFiles(folder);
    for (const [position, { file }] of files.entries()) {
      yield* this.#addFile(join(folder, file), onProgress);
      onProgress({ work: `Adding ${basename(folder)}`, done: position + 1, total: files.length });
    }
  }

  async *#addFile(path: string, onProgress: (progress: Progress) => void): AsyncGenerator<Outcome> {
    if (JSON_LINES.has(extname(path).toLowerCase())) yield* this.#import(path, onProgress);
    else yield { what: path, result: await asResult(this.#takeFile(path)) };
  }

  async #takeFile(path: string): Promise<Taken> {
    const inside = relative(await realpath(this.#folder).catch(() => this.#folder), await realpath(path));
    if (inside !== '' && !inside.startsWith('..') && resolve(inside) !== inside) {
      throw new UserError(
        'add-inside',
        `${path} lies in the folder of articles: it is read from there anyway.`,
      );
    }
    const name = basename(path);
    return this.take(readDraft(name, await readArticleBytes(resolve(path, '..'), name)));
  }

  async *#import(path: string, onProgress: (progress: Progress) => void): AsyncGenerator<Outcome> {
    const [work, name, total] = [`Importing ${basename(path)}`, basename(path), await countLines(path)];
    try {
      for await (const line of readJsonLines(path)) {
        const result = 'error' in line ? line.error : await asResult(this.#collection.take(line.incoming));
        // A full disk stays full.
        if (result instanceof UserError && result.code === 'disk') throw result;
        yield { what: `${name}:${line.number}`, result };
        onProgress({ work, done: line.number, total });
      }
    } finally {
      // All at once: thousands of articles are read faster than one by one.
      await this.archive.refresh((done, all) => onProgress({ work: 'Updating the index', done, total: all }));
    }
  }
}

async function asResult(taken: Promise<Taken>): Promise<Taken | UserError> {
  return taken.catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
}
