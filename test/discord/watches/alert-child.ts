/**
 * A process that looks at new articles, sends the alerts for them, and kills itself on the way: before or after a step,
 * as it is told. It says "ready" when it is loaded, and begins when it is told to.
 */
import { sendAlerts } from '../../../src/discord/watches/clock.js';
import { openStore } from '../../../src/store/store.js';
import { obeyOnce, storeWithSteps } from '../dying-process.js';
import { alertDelivery, smallArchive, watchOf } from './alert-fixtures.js';

const STEPS = {
  found: /INSERT INTO matched_articles/,
  claim: /INSERT INTO alert_messages/,
  reclaim: /^\s*UPDATE alert_messages SET state = 'claimed'/,
  try: /^\s*UPDATE alert_messages SET tried/,
  record: /^\s*UPDATE alert_messages SET state = \?/,
} as const;

obeyOnce(async (given, step) => {
  const opened = await openStore({ url: given.storeUrl });
  const store = storeWithSteps(opened, STEPS, step);
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
});
