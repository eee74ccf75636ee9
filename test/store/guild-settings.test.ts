import { expect, test } from 'vitest';
import {
  DEFAULT_GUILD_SETTINGS,
  readGuildSettings,
  writeGuildSettings,
} from '../../src/store/guild-settings.js';
import { openStore } from '../../src/store/store.js';

test('a guild that chose nothing has the defaults', async () => {
  const store = await openStore({ url: ':memory:' });
  expect(await readGuildSettings(store, '1')).toEqual(DEFAULT_GUILD_SETTINGS);
});

test('the last choice of each guild is kept, apart from the others', async () => {
  const store = await openStore({ url: ':memory:' });
  const chosen = { answerChannels: ['10', '11'], openChannels: ['12'], privateByDefault: true };
  await writeGuildSettings(store, '1', { ...chosen, privateByDefault: false });
  await writeGuildSettings(store, '1', chosen);
  expect(await readGuildSettings(store, '1')).toEqual(chosen);
  expect(await readGuildSettings(store, '2')).toEqual(DEFAULT_GUILD_SETTINGS);
});
