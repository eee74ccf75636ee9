import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sendAlerts } from '../../src/discord/watches/clock.js';
import { LEASE } from '../../src/discord/watches/delivery.js';
import { openStore } from '../../src/store/store.js';
import { writeWatch } from '../../src/store/watches/watches.js';
import { StandIn } from '../../test/discord/stand-in/stand-in.js';
import { visibleText } from '../../test/discord/stand-in/world.js';
import {
  alertDelivery,
  GUILD,
  NOW,
  smallArchive,
  watchOf,
} from '../../test/discord/watches/alert-fixtures.js';
import { alertProcesses, EVERYWHERE, TAKING_OVER } from '../../test/discord/watches/alert-processes.js';

/** What is told in each of the two alerts. */
const TOLD = ['inquiry by the ministry', 'questions by relatives'];
const REMEMBERED = 10 * 60_000;

export interface KillResult {
  readonly kills: number;
  readonly alerts: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Kills processes that send alerts, at every place in turn, until so many are dead; what became of their alerts? */
export async function killRounds(kills: number, tick: () => void): Promise<KillResult> {
  const rounds = [
    ...EVERYWHERE.map((die) => ({ deaths: [die], nonceWindow: REMEMBERED })),
    // After the nonce is forgotten, only looking into the channel tells.
    ...EVERYWHERE.map((die) => ({ deaths: [die], nonceWindow: 0 })),
    ...TAKING_OVER.map((die) => ({ deaths: ['after post', die], nonceWindow: 0 })),
  ];
  const processes = alertProcesses();
  const archive = await smallArchive();
  const sum = { kills: 0, alerts: 0, lost: 0, doubled: 0 };
  for (let at = 0; sum.kills < kills; at++) {
    const { deaths, nonceWindow } = rounds[at % rounds.length] ?? { deaths: [], nonceWindow: 0 };
    const folder = mkdtempSync(path.join(tmpdir(), 'clippings-kills-'));
    const storeUrl = `file:${path.join(folder, 'clippings.db')}`;
    const store = await openStore({ url: storeUrl });
    const discord = await StandIn.start({ nonceWindow });
    const channel = discord.world.general.id;
    const what = { words: 'ferry', story: null, most: 5, quiet: null, zone: 'UTC', since: NOW };
    await writeWatch(store, { guild: GUILD, person: null, channel, ...what });
    const place = { apiUrl: discord.apiUrl, token: discord.token, me: discord.world.me.id };
    let now = NOW;
    for (const die of deaths) {
      const signal = await processes.run({ ...place, storeUrl, now, die });
      if (signal !== 'SIGKILL') throw new Error(`A process should have died ${die}`);
      sum.kills += 1;
      now += LEASE + 1;
      tick();
    }
    await watchOf(archive, store, NOW).look();
    for (let look = 0; look < 4; look++) await sendAlerts(alertDelivery(archive, store, place, now));
    const texts = discord.world.history(channel).map(({ body }) => visibleText(body));
    for (const told of TOLD) {
      const times = texts.filter((text) => text.includes(told)).length;
      sum.alerts += 1;
      if (times === 0) sum.lost += 1;
      if (times > 1) sum.doubled += times - 1;
    }
    await discord.stop();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  processes.end();
  return sum;
}
