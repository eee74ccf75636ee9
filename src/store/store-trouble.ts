import { UserError } from '../user-error.js';

interface Trouble {
  readonly code: string;
  /** What SQLite says then. */
  readonly pattern: RegExp;
  /** What is wrong with the database, after its name. */
  readonly words: string;
  readonly hint: string;
}

/** What keeps a database from being written, and passes without a restart once somebody has seen to it. */
const TROUBLES: readonly Trouble[] = [
  {
    code: 'store-held',
    pattern: /^SQLITE_(?:BUSY|LOCKED)/,
    words: 'is held by another process',
    hint: 'End what has the file open, such as a database browser, a backup or a bot that hangs.',
  },
  {
    code: 'store-full',
    pattern: /^SQLITE_FULL/,
    words: 'has no room left on its disk',
    hint: 'Make room on the disk of its file.',
  },
  {
    code: 'store-read-only',
    pattern: /^SQLITE_(?:READONLY|PERM|AUTH)/,
    words: 'is read-only',
    hint: 'Let the bot write its file and the folder around it; a disk with faults is made read-only by the system.',
  },
  {
    code: 'store-damaged',
    pattern: /^SQLITE_(?:CORRUPT|NOTADB)/,
    words: 'is damaged',
    hint: 'Stop the bot, put the file and those named like it aside, and run: npx clippings restore FILE. Without a backup, it starts anew.',
  },
  {
    code: 'store-unreadable',
    pattern: /^SQLITE_(?:IOERR|CANTOPEN)/,
    words: 'cannot be read or written',
    hint: 'Look whether its folder is there, its disk is well and has room, and no limit on the size of files is reached.',
  },
];

const CODES: ReadonlySet<string> = new Set(TROUBLES.map(({ code }) => code));

/**
 * Returns what an error of the database's engine means in plain words; null if it is a fault of ours.
 * @param database what it is called
 */
export function troubleOf(error: unknown, database = 'The database'): UserError | null {
  if (isTrouble(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const trouble = TROUBLES.find(({ pattern }) => pattern.test(code));
  return trouble
    ? new UserError(trouble.code, `${database} ${trouble.words}.`, trouble.hint, { cause: error })
    : null;
}

/** Whether something failed because the database cannot be written just now. */
export function isTrouble(error: unknown): error is UserError {
  return error instanceof UserError && CODES.has(error.code);
}
