import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '../user-error.js';
import { type Asker, currentAsker } from './asker.js';
import { texts } from './rendering/texts.js';

/** How many pieces of work may wait or be under way, of all parties and of one: the others' still find room. */
const CAPACITY = 500;
const CAPACITY_OF_PARTY = 250;
/** How long one piece of work may take, in milliseconds. */
const TIME_LIMIT = 30_000;
/** Who has waited this long is told that it takes longer than usual, in milliseconds. */
const LATE = 5_000;

export interface QueueLimits {
  /** How many pieces of work are under way at a time. */
  readonly atOnce?: number;
  /** See `TIME_LIMIT` and `LATE`. */
  readonly timeLimit?: number;
  readonly late?: number | undefined;
}

/** A piece of work, under way or in line. */
interface Piece {
  readonly party: string;
  /** Does it; never rejects. */
  run(): Promise<void>;
  /** Rejects it, if it is unfinished. */
  giveUp(reason: UserError): void;
}

/**
 * Runs a few pieces of work at a time and yields to the event loop before each, so that heartbeats go out in time however
 * many questions arrive at once. Servers have their turns one after another: one in which hundreds ask does not keep another
 * waiting.
 */
export class WorkQueue {
  /** By party, the parties in the order of their turns. */
  readonly #lines = new Map<string, Piece[]>();
  readonly #unfinished = new Set<Piece>();
  readonly #limits: Required<QueueLimits>;
  #running = 0;
  #closed = false;

  constructor({ atOnce = 1, timeLimit = TIME_LIMIT, late = LATE }: QueueLimits = {}) {
    this.#limits = { atOnce, timeLimit, late };
  }

  /** @throws UserError `busy` if too many wait, `too-slow`, or `restarting` after `close` */
  run<T>(work: () => Promise<T>): Promise<T> {
    const asker = currentAsker();
    const party = asker?.party ?? '';
    if (this.#closed) return Promise.reject(restarting());
    const ofParty = [...this.#unfinished].filter((piece) => piece.party === party).length;
    if (this.#unfinished.size >= CAPACITY || ofParty >= CAPACITY_OF_PARTY)
      return Promise.reject(new UserError('busy', texts.busy));
    return new Promise<T>((resolve, reject) => {
      const notLate = this.#tellWhenLate(asker);
      const piece: Piece = {
        party,
        giveUp: reject,
        run: async () => {
          await this.#inTime(work).then(resolve, reject);
          notLate();
          this.#unfinished.delete(piece);
        },
      };
      this.#add(piece);
    });
  }

  /** Rejects all waiting work, since it will get no answer. */
  close(): void {
    this.#closed = true;
    for (const piece of this.#unfinished) piece.giveUp(restarting());
  }

  #add(piece: Piece): void {
    this.#unfinished.add(piece);
    const line = this.#lines.get(piece.party);
    if (line === undefined) this.#lines.set(piece.party, [piece]);
    else line.push(piece);
    this.#next();
  }

  #next(): void {
    while (this.#running < this.#limits.atOnce) {
      const piece = this.#take();
      if (piece === undefined) return;
      this.#running += 1;
      void piece.run().finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  /** The piece whose turn it is; its party goes to the end of the round. */
  #take(): Piece | undefined {
    const [turn] = this.#lines;
    if (turn === undefined) return undefined;
    const [party, line] = turn;
    const piece = line.shift();
    this.#lines.delete(party);
    if (line.length > 0) this.#lines.set(party, line);
    return piece;
  }

  /** @returns stops it */
  #tellWhenLate(asker: Asker | undefined): () => void {
    if (asker === undefined) return () => undefined;
    const timer = setTimeout(() => void asker.tellLate(), this.#limits.late);
    return () => clearTimeout(timer);
  }

  async #inTime<T>(work: () => Promise<T>): Promise<T> {
    await nextTurn();
    if (this.#closed) throw restarting();
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UserError('too-slow', texts.tooSlow)), this.#limits.timeLimit);
    });
    try {
      return await Promise.race([work(), limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function restarting(): UserError {
  return new UserError('restarting', texts.restarting);
}
