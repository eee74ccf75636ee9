import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { readArticle } from '../../src/articles/read-article.js';

/** An archive, in memory, of the articles about invented events that nobody tunes on. */
export function inventedArchive(folder: string): Promise<Archive> {
  const files = readdirSync(folder).sort();
  return buildArchive(
    files.map((file) => archiveArticle(readArticle(file, readFileSync(path.join(folder, file))))),
  );
}
