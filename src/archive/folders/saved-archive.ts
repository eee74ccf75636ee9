import { type FileHandle, open } from 'node:fs/promises';
import type { ArticleSummary } from '../archive.js';
import { MiniSearchIndex } from '../memory/minisearch-index.js';
import { SavedTexts } from './saved-texts.js';
import { type FileRecord, readSnapshot, UselessSnapshot } from './snapshot.js';

/** The state that an archive starts from: what was saved, or nothing. */
export interface StartingPoint {
  readonly index: MiniSearchIndex;
  readonly texts: SavedTexts;
  readonly summaries: readonly ArticleSummary[];
  /** The files that these articles were read from. */
  readonly files: readonly FileRecord[];
  /** Why a saved index cannot be used, in plain words; null if there was none, or it is good. */
  readonly fault: string | null;
}

/** Reads the saved archive. Returns an empty one if nothing usable was saved. */
export async function readSaved(path: string): Promise<StartingPoint> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    return fromNothing(isMissing(error) ? null : unreadable(error));
  }
  try {
    const { files, vocabulary, articles, arrays, places } = await readSnapshot(file);
    const indexed = articles.map(({ summary, terms }) => ({
      id: summary.id,
      sources: summary.sources,
      terms,
    }));
    return {
      index: new MiniSearchIndex({ vocabulary, articles: indexed, arrays }),
      texts: new SavedTexts(file, places),
      summaries: articles.map(({ summary }) => summary),
      files,
      fault: null,
    };
  } catch (error) {
    await file.close();
    if (!(error instanceof UselessSnapshot)) return fromNothing(unreadable(error));
    const isOld = error.reason === 'old';
    return fromNothing(isOld ? 'The index was made by another version' : 'The index was damaged');
  }
}

export function fromNothing(fault: string | null = null): StartingPoint {
  return { index: new MiniSearchIndex(), texts: new SavedTexts(), summaries: [], files: [], fault };
}

/**
 * Shortens an error of the file system to its message, without the call and path after it.
 * @example "EACCES: permission denied, open 'a.txt'" gives "EACCES: permission denied"
 */
export function inShort(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split(', ')[0] ?? '';
}

function unreadable(error: unknown): string {
  return `The index could not be read (${inShort(error)})`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
