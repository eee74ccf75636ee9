import type { InStatement } from '@libsql/client';
import { REST } from 'discord.js';
import { pino } from 'pino';
import { sendDueDigests } from '../../../../src/discord/digests/clock.js';
import { DigestOutbox } from '../../../../src/discord/digests/outbox.js';
import { openStore, type Store } from '../../../../src/store/store.js';
import { type Point, type Steps, storeUrl } from '../points.js';

/** What the store is told at these points. */
const STATEMENTS: readonly (readonly [Point, RegExp])[] = [
  ['claim', /^\s*INSERT INTO digest_sends/],
  ['record', /^\s*UPDATE digest_sends SET state = \?/],
];

/** Claims, sends and records the digests that are due. */
export const digestSteps: Steps = async ({ folder, now, discord }, tell) => {
  if (discord === undefined) throw new Error('There is nowhere to send digests');
  const store = await openStore({ url: storeUrl(folder) });
  const outbox = new DigestOutbox(new REST({ api: discord.apiUrl }).setToken(discord.token), discord.me);
  const execute: Store['execute'] = async (statement) => {
    const point = pointOf(statement);
    if (point !== null) await tell.begin(point);
    const results = await store.execute(statement);
    if (point !== null) await tell.done(point);
    return results;
  };
  await sendDueDigests({
    store: { ...store, execute },
    // The line of a day without articles is a message like any other.
    service: {
      digest: async () => ({ date: new Date(now).toISOString().slice(0, 10), stories: [], articles: 0 }),
    },
    outbox: {
      post: async (...given) => {
        await tell.begin('send');
        const message = await outbox.post(...given);
        await tell.done('send');
        return message;
      },
      find: (...given) => outbox.find(...given),
      beginPost: (...given) => outbox.beginPost(...given),
      findPost: (...given) => outbox.findPost(...given),
      publish: (...given) => outbox.publish(...given),
    },
    log: pino({ level: 'silent' }),
    now: () => now,
    holder: `process ${process.pid}`,
  });
};

function pointOf(statement: InStatement): Point | null {
  const sql = typeof statement === 'string' ? statement : statement.sql;
  return STATEMENTS.find(([, pattern]) => pattern.test(sql))?.[0] ?? null;
}
