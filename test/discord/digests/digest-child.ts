/**
 * A process that sends one digest and kills itself on the way: before or after a step, as told on its command line.
 * It says "ready" when it is loaded, and begins when it is told to.
 */
import { REST } from 'discord.js';
import { pino } from 'pino';
import { sendDueDigests } from '../../../src/discord/digests/clock.js';
import type { Delivery } from '../../../src/discord/digests/delivery.js';
import { DigestOutbox } from '../../../src/discord/digests/outbox.js';
import { openStore } from '../../../src/store/store.js';
import { obeyOnce, storeWithSteps } from '../dying-process.js';
import { smallArchiveService } from './digest-fixtures.js';

const STEPS = {
  claim: /^\s*INSERT INTO digest_sends/,
  reclaim: /^\s*UPDATE digest_sends SET state = 'claimed'/,
  try: /^\s*UPDATE digest_sends SET tried/,
  record: /^\s*UPDATE digest_sends SET state = \?/,
} as const;

obeyOnce(async (given, step) => {
  const store = await openStore({ url: given.storeUrl });
  const outbox = new DigestOutbox(new REST({ api: given.apiUrl }).setToken(given.token), given.me);
  const delivery: Delivery = {
    store: storeWithSteps(store, STEPS, step),
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
});
