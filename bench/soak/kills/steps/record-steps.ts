import { forgetGuild } from '../../../../src/store/forgetting.js';
import { writeGuildSettings } from '../../../../src/store/guild-settings.js';
import { recordUnanswered } from '../../../../src/store/questions.js';
import { openStore } from '../../../../src/store/store.js';
import { scheduleDigest } from '../../../../test/store/scheduled-digest.js';
import { type Steps, storeUrl } from '../points.js';

const GUILDS = 8;

/** Writes settings, schedules and questions of servers, and erases those of others. */
export const recordSteps: Steps = async ({ folder, round, now, remove }, tell) => {
  const store = await openStore({ url: storeUrl(folder) });
  await tell.begin('write');
  for (let at = 0; at < GUILDS; at++) {
    const guild = `${round}-${at}`;
    await writeGuildSettings(store, guild, {
      answerChannels: [guild],
      openChannels: [],
      privateByDefault: true,
    });
    await tell.kept(`settings ${guild}`);
    await scheduleDigest(store, { guild, channel: guild, since: now });
    await tell.kept(`schedule ${guild}`);
    const place = { guild, channel: guild, parent: null };
    await recordUnanswered(
      store,
      { message: guild, asker: 'a' },
      place,
      `Who won in ${guild}?`,
      new Date(now),
    );
    await tell.kept(`question ${guild}`);
  }
  await tell.done('write');
  await tell.begin('erase');
  for (const guild of remove) {
    await forgetGuild(store, guild);
    await tell.gone(guild);
  }
  await tell.done('erase');
};
