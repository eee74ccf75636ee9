import { AsyncLocalStorage } from 'node:async_hooks';

/** Somebody who waits for an answer. */
export interface Asker {
  /** The server they ask in, or they themselves where there is none: each party has its turn. */
  readonly party: string;
  /** Tells them, in plain words, that it takes longer than usual. */
  tellLate(): Promise<void>;
}

const askers = new AsyncLocalStorage<Asker>();

/** Does work for somebody. Whatever of it comes to wait knows who they are. */
export function onBehalfOf<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
  return askers.run(asker, work);
}

/** Who the running work is done for; undefined where nobody waits for it. */
export function currentAsker(): Asker | undefined {
  return askers.getStore();
}
