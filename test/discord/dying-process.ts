import type { InStatement } from '@libsql/client';
import { z } from 'zod';
import type { Store } from '../../src/store/store.js';

const orders = z.object({
  storeUrl: z.string(),
  apiUrl: z.string(),
  token: z.string(),
  me: z.string(),
  now: z.number(),
  /** "before post", "after claim", …; null to live. */
  die: z.string().nullable(),
});

/** What a process that may die on its way is told. */
export type Orders = z.output<typeof orders>;

/** Does a piece of work, and dies before or after it if that was told. A piece without a name is done in any case. */
export type Step = <T>(name: string | undefined, work: () => Promise<T>) => Promise<T>;

/** Says "ready" when this process is loaded, and begins when it is told to. It ends when its work is done. */
export function obeyOnce(obey: (given: Orders, step: Step) => Promise<void>): void {
  process.once('message', (message) => {
    const given = orders.parse(message);
    const step: Step = async (name, work) => {
      if (given.die === `before ${name}`) process.kill(process.pid, 'SIGKILL');
      const result = await work();
      if (given.die === `after ${name}`) process.kill(process.pid, 'SIGKILL');
      return result;
    };
    void obey(given, step).then(() => process.exit(0));
  });
  process.send?.('ready');
}

/** A store whose statements are steps. @param names by a pattern that finds the statement */
export function storeWithSteps(store: Store, names: Readonly<Record<string, RegExp>>, step: Step): Store {
  const nameOf = (statement: InStatement): string | undefined => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    return Object.entries(names).find(([, pattern]) => pattern.test(sql))?.[0];
  };
  return {
    ...store,
    execute: (statement) => step(nameOf(statement), () => store.execute(statement)),
    batch: (statements, mode) =>
      step(statements.map(nameOf).find(Boolean), () => store.batch(statements, mode)),
  };
}
