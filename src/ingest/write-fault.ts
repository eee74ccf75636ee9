import { UserError } from '../user-error.js';

/** The codes for a full disk, or a full share of it. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Makes the error that the operator reads when an article could not be written. */
export function notWritten(folder: string, cause: unknown): UserError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return FULL.has(code)
    ? new UserError(
        'disk',
        `There is no room left on the disk of ${folder}.`,
        'Make room, then do it again: what was added stays.',
        { cause },
      )
    : new UserError('disk', `Nothing can be written into ${folder} (${code}).`, 'Check its permissions.', {
        cause,
      });
}
