import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from '@libsql/client';
import { makeFolder } from '../make-folder.js';
import { troubleOf } from './store-trouble.js';

export interface DatabaseFileOptions {
  /** Makes a connection ready that was just opened. */
  readonly prepare: (client: Client) => Promise<void>;
  /** Makes a file ready that was not open before: it may be of an older version. */
  readonly adopt: (client: Client) => Promise<void>;
  /** Whether to write the file anew when it is gone. Of all who have it open in a process, one does. */
  readonly rescues: boolean;
  /** Is given lines that the operator should read. */
  readonly tell: (line: string) => void;
}

/**
 * The file of an open database. SQLite goes on in a file that was removed, where everything written is lost with the
 * process. So before each use it is looked whether the file is still the one that was opened.
 */
export class DatabaseFile {
  #state: string | null;
  /** Set while another file is opened. */
  #following: Promise<void> | null = null;

  constructor(
    private readonly client: Client,
    private readonly file: string,
    private readonly options: DatabaseFileOptions,
  ) {
    this.#state = stateOf(file);
  }

  /**
   * Does some work on the database.
   * @throws UserError see `troubleOf`
   */
  async use<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.#follow();
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      // The engine never ends a statement that it could not begin, so that no later transaction of the same connection
      // could be committed; and a file that was put in order counts only once it is opened again.
      await this.#open().catch(() => undefined);
      throw trouble;
    }
  }

  /** Opens the file that is there now, if it is another one. */
  async #follow(): Promise<void> {
    const state = stateOf(this.file);
    if (state === this.#state && state !== null) return;
    this.#following ??= this.#change(state).finally(() => {
      this.#following = null;
    });
    await this.#following;
  }

  async #change(state: string | null): Promise<void> {
    if (state === null) {
      if (!this.options.rescues) throw gone();
      await this.#rescue();
      this.options.tell(
        'The file of the database was removed. It is written anew as it was; leave it there while the bot runs.',
      );
    }
    await this.#open();
    await this.options.adopt(this.client);
    this.#state = stateOf(this.file);
  }

  async #open(): Promise<void> {
    // The engine would make an empty database, and the open one is all that is left of what was there.
    if (stateOf(this.file) === null) return;
    this.client.reconnect();
    await this.options.prepare(this.client);
  }

  /** Writes what the connection still sees to a new file. */
  async #rescue(): Promise<void> {
    await makeFolder(path.dirname(this.file));
    const draft = `${this.file}.${randomUUID()}`;
    try {
      await this.client.execute({ sql: 'VACUUM INTO ?', args: [draft] });
      // What belongs to the old file must not be taken for a part of the new one.
      for (const part of ['-wal', '-shm']) await rm(`${this.file}${part}`, { force: true });
      await link(draft, this.file).catch((error: unknown) => {
        // Another process was faster.
        if (stateOf(this.file) === null) throw error;
      });
    } finally {
      await rm(draft, { force: true });
    }
  }
}

/** Tells one file from another of the same name; null if there is none. */
function stateOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

function gone(): Error {
  return Object.assign(new Error('The file is gone'), { code: 'SQLITE_CANTOPEN' });
}
