import { readFile } from 'node:fs/promises';
import { MiniSearchIndex } from './minisearch-index.js';
import type { ArchivedArticle } from './passage.js';
import { decodeSnapshot, encodeSnapshot, type FileRecord, UselessSnapshot } from './snapshot.js';
import { writeWhole } from './write-whole.js';

/** What there is to start from. */
export interface StartingPoint {
  readonly index: MiniSearchIndex;
  readonly articles: readonly ArchivedArticle[];
  /** The files whose articles the index holds. */
  readonly files: readonly FileRecord[];
  /** Why something that was saved is of no use, in plain words; else null. */
  readonly fault: string | null;
}

/** Reads the saved archive; it is an empty one where nothing of use was saved. */
export async function readSaved(path: string): Promise<StartingPoint> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fromNothing(isMissing(error) ? null : `The index could not be read (${inShort(error)})`);
  }
  try {
    const { files, index, articles } = decodeSnapshot(bytes);
    return { index: new MiniSearchIndex(index), articles, files, fault: null };
  } catch (error) {
    const isOld = error instanceof UselessSnapshot && error.reason === 'old';
    return fromNothing(isOld ? 'The index was made by another version' : 'The index was damaged');
  }
}

export function fromNothing(fault: string | null = null): StartingPoint {
  return { index: new MiniSearchIndex(), articles: [], files: [], fault };
}

/** @throws the file system's error, such as a full disk; what was saved before then still stands */
export async function save(
  path: string,
  index: MiniSearchIndex,
  articles: readonly ArchivedArticle[],
  files: readonly FileRecord[],
): Promise<void> {
  await writeWhole(path, encodeSnapshot({ files, index: index.save(), articles }));
}

/** "ENOSPC: no space left on device" of an error of the file system. */
export function inShort(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split(', ')[0] ?? '';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
