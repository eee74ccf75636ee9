import { setTimeout as sleep } from 'node:timers/promises';
import type { InStatement } from '@libsql/client';
import type { UserError } from '../user-error.js';
import type { Store } from './store.js';
import { isTrouble } from './store-trouble.js';

/** Pauses between tries in milliseconds, doubled each time up to the longest. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/** The most that is kept in memory: some megabytes. What comes on top is lost, and told. */
const MOST_KEPT = 5_000;

/** Takes the lock and needs room on the disk, and leaves nothing behind. */
const WRITING = ['CREATE TABLE tried (id INTEGER) STRICT', 'DROP TABLE tried'];

/**
 * Makes a store whose `record` never fails because the database cannot be written just now: it is held by another process,
 * its disk is full, its file is damaged. What was to be recorded or erased is kept in memory, in order, until it can be
 * written. Other writes are refused at once meanwhile, so that nobody waits for them.
 * @param tell is given one line when that begins, and one when it ends
 */
export function patientStore(store: Store, tell: (line: string) => void, firstPause = FIRST_PAUSE): Store {
  const writes = new PatientWrites(store, tell, firstPause);
  return {
    ...store,
    execute: (statement) => writes.now(() => store.execute(statement), isRead(statement)),
    batch: (statements, mode) => writes.now(() => store.batch(statements, mode), mode === 'read'),
    record: (statement) => writes.record(() => store.record(statement)),
    erase: (deletions) => writes.erase(() => store.erase(deletions)),
    settled: () => writes.settled(),
    close() {
      writes.close();
      store.close();
    },
  };
}

class PatientWrites {
  readonly #kept: (() => Promise<void>)[] = [];
  /** What is wrong with the database; null if it is well. */
  #trouble: UserError | null = null;
  #writing: Promise<void> | null = null;
  #lost = 0;
  readonly #leave = new AbortController();

  constructor(
    private readonly store: Store,
    private readonly tell: (line: string) => void,
    private readonly firstPause: number,
  ) {}

  async now<T>(work: () => Promise<T>, isRead: boolean): Promise<T> {
    if (this.#trouble !== null && !isRead) throw this.#trouble;
    try {
      return await work();
    } catch (error) {
      if (isTrouble(error)) this.#begin(error);
      throw error;
    }
  }

  async record(work: () => Promise<void>): Promise<void> {
    if (this.#trouble !== null) return this.#keep(work);
    try {
      await work();
    } catch (error) {
      if (!isTrouble(error)) throw error;
      this.#begin(error);
      this.#keep(work);
    }
  }

  /** Resolves when it is erased, however long that takes. */
  async erase(work: () => Promise<void>): Promise<void> {
    if (this.#trouble === null) {
      try {
        return await work();
      } catch (error) {
        if (!isTrouble(error)) throw error;
        this.#begin(error);
      }
    }
    return new Promise((resolve, reject) => {
      this.#kept.push(async () => {
        await work().then(resolve, (error: unknown) => {
          if (isTrouble(error)) throw error;
          reject(error);
        });
      });
    });
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  close(): void {
    this.#leave.abort();
    const left = this.#kept.length + this.#lost;
    if (left > 0)
      this.tell(`${left} questions, votes and deletions were not recorded. ${this.#trouble?.message}`);
  }

  #keep(work: () => Promise<void>): void {
    if (this.#kept.length < MOST_KEPT) this.#kept.push(work);
    else this.#lost++;
  }

  #begin(trouble: UserError): void {
    const isNew = this.#trouble?.code !== trouble.code;
    this.#trouble = trouble;
    if (isNew) {
      this.tell(
        `${trouble.message} Answers go on, and what is to be recorded is kept in memory until it can be. ${trouble.hint}`,
      );
    }
    this.#writing ??= this.#writeKept().finally(() => {
      this.#writing = null;
    });
  }

  async #writeKept(): Promise<void> {
    let written = 0;
    for (let pause = this.firstPause; this.#trouble !== null; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      const { signal } = this.#leave;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.#tryOut(this.#trouble);
        for (let next = this.#kept[0]; next !== undefined; next = this.#kept[0]) {
          await next().catch((error: unknown) => {
            if (isTrouble(error)) throw error;
            this.#lost++;
          });
          this.#kept.shift();
          written++;
        }
        this.#trouble = null;
      } catch (error) {
        if (isTrouble(error)) this.#begin(error);
        else this.tell(`The database cannot be written: ${String(error)}`);
      }
    }
    this.tell(
      `The database can be written again: ${written} kept in memory are recorded, ${this.#lost} were lost.`,
    );
    this.#lost = 0;
  }

  /** @throws UserError if the trouble is not over */
  async #tryOut(trouble: UserError): Promise<void> {
    if (trouble.code === 'store-damaged') {
      const { rows } = await this.store.execute('PRAGMA quick_check(1)');
      if (rows[0]?.quick_check !== 'ok') throw trouble;
    }
    await this.store.batch(WRITING, 'write');
  }
}

function isRead(statement: InStatement): boolean {
  return /^\s*(?:SELECT|PRAGMA)\b/i.test(typeof statement === 'string' ? statement : statement.sql);
}
