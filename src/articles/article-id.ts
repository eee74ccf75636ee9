import path from 'node:path';

/**
 * Returns the id of an article: its path without the ending, so that files in different folders cannot
 * collide.
 */
export function articleId(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length).normalize('NFC');
}
