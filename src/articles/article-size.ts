import { UserError } from '../user-error.js';

/** Larger files are no articles. */
export const MOST_BYTES = 10 * 1024 * 1024;

export function tooLarge(file: string, bytes: number): UserError {
  const size = Math.ceil(bytes / 1024 / 1024);
  return new UserError(
    'article-too-large',
    `${file} is too large for an article (${size} MB; ${MOST_BYTES / 1024 / 1024} MB at most).`,
    'Split it, or take it out of the folder.',
  );
}
