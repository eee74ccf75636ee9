/**
 * A process that looks at new articles, sends the alerts for them, and kills itself on the way: before or after a step,
 * as it is told. It says "ready" when it is loaded, and begins when it is told to.
 */
import type { InStatement } from '@libsql/client';
import { z } from 'zod';
import { sendAlerts } from '../../../src/discord/watches/clock.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { alertDelivery, smallArchive, watchOf } from './alert-fixtures.js';

const STEPS = {
  found: /INSERT INTO matched_articles/,
  claim: /INSERT INTO alert_messages/,
  reclaim: /^\s*UPDATE alert_messages SET state = 'claimed'/,
  try: /^\s*UPDATE alert_messages SET tried/,
  record: /^\s*UPDATE alert_messages SET state = \?/,
} as const;

const orders = z.object({
  storeUrl: z.string(),
  apiUrl: z.string(),
  token: z.string(),
  me: z.string(),
  now: z.number(),
  /** "before post", "after claim", …; null to live. */
  die: z.string().nullable(),
});

export type Orders = z.output<typeof orders>;

async function obey(given: Orders): Promise<void> {
  const step = async <T>(name: string | undefined, work: () => Promise<T>): Promise<T> => {
    if (given.die === `before ${name}`) process.kill(process.pid, 'SIGKILL');
    const result = await work();
    if (given.die === `after ${name}`) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  const opened = await openStore({ url: given.storeUrl });
  const store = withSteps(opened, step);
  const archive = await smallArchive();
  await watchOf(archive, store, given.now).look();
  const delivery = alertDelivery(archive, store, given, given.now);
  await sendAlerts({
    ...delivery,
    outboxOf: (watch) => {
      const outbox = delivery.outboxOf(watch);
      return {
        post: (...args) => step('post', () => outbox.post(...args)),
        find: (...args) => step('find', () => outbox.find(...args)),
      };
    },
  });
  opened.close();
}

/** The store, with its statements about alerts as steps. */
function withSteps(
  store: Store,
  step: <T>(name: string | undefined, work: () => Promise<T>) => Promise<T>,
): Store {
  const nameOf = (statement: InStatement): string | undefined => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    return Object.entries(STEPS).find(([, pattern]) => pattern.test(sql))?.[0];
  };
  return {
    ...store,
    execute: (statement) => step(nameOf(statement), () => store.execute(statement)),
    batch: (statements, mode) =>
      step(statements.map(nameOf).find(Boolean), () => store.batch(statements, mode)),
  };
}

process.once('message', (message) => {
  void obey(orders.parse(message)).then(() => process.exit(0));
});
process.send?.('ready');
