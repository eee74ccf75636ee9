/**
 * A process that sends one digest and kills itself on the way: before or after a step, as told on its command line.
 * It says "ready" when it is loaded, and begins when it is told to.
 */
import type { InStatement } from '@libsql/client';
import { REST } from 'discord.js';
import { pino } from 'pino';
import { z } from 'zod';
import { sendDueDigests } from '../../../src/discord/digests/clock.js';
import type { Delivery } from '../../../src/discord/digests/delivery.js';
import { DigestOutbox } from '../../../src/discord/digests/outbox.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { smallArchiveService } from './digest-fixtures.js';

export const STEPS = {
  claim: /^\s*INSERT INTO digest_sends/,
  reclaim: /^\s*UPDATE digest_sends SET state = 'claimed'/,
  try: /^\s*UPDATE digest_sends SET tried/,
  record: /^\s*UPDATE digest_sends SET state = \?/,
} as const;

export interface Orders {
  readonly storeUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly me: string;
  readonly now: number;
  /** "before post", "after claim", …; null to live. */
  readonly die: string | null;
}

const orders = z.object({
  storeUrl: z.string(),
  apiUrl: z.string(),
  token: z.string(),
  me: z.string(),
  now: z.number(),
  die: z.string().nullable(),
});

async function obey(given: Orders): Promise<void> {
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (given.die === `before ${name}`) process.kill(process.pid, 'SIGKILL');
    const result = await work();
    if (given.die === `after ${name}`) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  const store = await openStore({ url: given.storeUrl });
  const outbox = new DigestOutbox(new REST({ api: given.apiUrl }).setToken(given.token), given.me);
  const delivery: Delivery = {
    store: withSteps(store, step),
    service: smallArchiveService(),
    outbox: {
      post: (...args) => step('post', () => outbox.post(...args)),
      find: (...args) => step('find', () => outbox.find(...args)),
      beginPost: (...args) => step('post', () => outbox.beginPost(...args)),
      findPost: (...args) => step('find', () => outbox.findPost(...args)),
      publish: (...args) => step('publish', () => outbox.publish(...args)),
    },
    log: pino({ level: 'silent' }),
    now: () => given.now,
    holder: `process ${process.pid}`,
  };
  await sendDueDigests(delivery);
  store.close();
}

/** The store, with its statements about digests as steps. */
function withSteps(store: Store, step: <T>(name: string, work: () => Promise<T>) => Promise<T>): Store {
  const execute = (statement: InStatement) => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    const [name] = Object.entries(STEPS).find(([, pattern]) => pattern.test(sql)) ?? [];
    return name ? step(name, () => store.execute(statement)) : store.execute(statement);
  };
  return new Proxy(store, { get: (target, key) => (key === 'execute' ? execute : Reflect.get(target, key)) });
}

process.once('message', (message) => {
  void obey(orders.parse(message)).then(() => process.exit(0));
});
process.send?.('ready');
