import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { openArchive } from '../../../../src/archive/open-archive.js';
import { DAY, ROUNDS_KEPT } from '../news.js';
import {
  articlesFolder,
  type Findings,
  indexFolder,
  type Orders,
  type Point,
  type Told,
  type Trial,
} from '../points.js';
import { FIRST_DUE, repeated, trialFolder } from './trial-folder.js';

/** How many articles are deleted in a round: as many as are added. */
const DELETED = 3;

/** Whether every acknowledged article is in the archive, once, and no deleted one. */
export class ArticleTrial implements Trial {
  readonly #folder = trialFolder();
  /** Files that were acknowledged and not deleted, with the round that brought them. */
  readonly #files = new Map<string, number>();
  #round = 0;

  async begin(round: number): Promise<Orders> {
    this.#round = round;
    const old = [...this.#files].filter(([, from]) => from < round - ROUNDS_KEPT);
    const remove = old.slice(0, DELETED).map(([file]) => file);
    return { folder: this.#folder, round, now: FIRST_DUE + round * DAY, remove };
  }

  told(told: Told): void {
    if ('kept' in told) this.#files.set(told.kept, this.#round);
    if ('gone' in told) this.#files.delete(told.gone);
  }

  async look(point: Point): Promise<Findings> {
    const lost: string[] = [];
    const doubled: string[] = [];
    const folder = articlesFolder(this.#folder);
    const archive = await openArchive({ articlesFolder: folder, indexFolder: indexFolder(this.#folder) });
    for (const { file, error } of archive.problems) lost.push(`${file}: ${error.message}`);
    const files = archive.articles().map(({ file }) => file);
    const there = new Set(files);
    doubled.push(...repeated(files), ...repeated(archive.articles().map(({ title }) => String(title))));
    for (const file of this.#files.keys()) {
      // What was being deleted may be gone before that was acknowledged.
      const isGone = !existsSync(join(folder, file));
      if (isGone && point === 'delete') this.#files.delete(file);
      else if (!there.has(file)) lost.push(file);
    }
    for (const { id, file } of archive.articles()) {
      // Of every article that is listed, the text can be had.
      if ((await archive.article(id)) === undefined) lost.push(`the text of ${file}`);
    }
    const onDisk = articleFiles(folder);
    for (const file of onDisk) if (!there.has(file)) lost.push(`${file} is not in the archive`);
    for (const file of there) if (!onDisk.includes(file)) lost.push(`${file} is back`);
    await archive.close();
    this.#tidyUp(onDisk);
    return { lost, doubled };
  }

  async end(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Dropped files and what nobody acknowledged go without being asked for. */
  #tidyUp(onDisk: readonly string[]): void {
    for (const file of onDisk) {
      const round = Number(/^dropped-(\d+)-/.exec(file)?.[1] ?? Number.NaN);
      if (round < this.#round - ROUNDS_KEPT) rmSync(join(articlesFolder(this.#folder), file));
    }
  }
}

function articleFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') || file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'));
}
