import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { FileRecord } from '../folders/snapshot.js';
import { writeWhole } from '../folders/write-whole.js';

const Saved = z.object({
  version: z.string(),
  files: z.array(
    z.object({
      file: z.string(),
      bytes: z.number(),
      modified: z.number().nullable(),
      sha256: z.string(),
      article: z.string(),
    }),
  ),
});

/**
 * Reads which files this machine has put into a cluster. Returns none if that is not known, or if another
 * version of Clippings made their documents.
 */
export async function readRecords(path: string, version: string): Promise<readonly FileRecord[]> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    const saved = Saved.parse(JSON.parse(text));
    return saved.version === version ? saved.files : [];
  } catch {
    // The records only save time.
    return [];
  }
}

/** @throws the file system's error */
export async function saveRecords(
  path: string,
  version: string,
  files: readonly FileRecord[],
): Promise<void> {
  const saved: z.infer<typeof Saved> = { version, files: [...files] };
  await writeWhole(path, [JSON.stringify(saved)]);
}
