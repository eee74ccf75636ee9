import { REST } from 'discord.js';
import { pino } from 'pino';
import type { Archive } from '../../../src/archive/archive.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { DigestOutbox } from '../../../src/discord/digests/outbox.js';
import type { AlertDelivery } from '../../../src/discord/watches/delivery.js';
import { GuildSourceFilters } from '../../../src/service/guild-source-filters.js';
import { ArticleWatch } from '../../../src/service/watching/article-watch.js';
import type { Store } from '../../../src/store/store.js';
import { composeAlert } from '../../../src/watch/compose-alert.js';
import { anArticle } from '../../archive/fixtures.js';

/** When the articles of these tests come in. */
export const NOW = Date.parse('2026-03-10T12:00:00Z');
export const GUILD = '300000000000000001';

const ferry = (id: string, hour: string, days: string, told: string) =>
  anArticle({
    id,
    title: `Ferry of Port Ellen: ${told}`,
    published: `2026-03-10T${hour}:00:00Z`,
    paragraphs: [
      `The ferry that sank off Port Ellen was the subject of ${told} on Tuesday, ${days} days after the storm.`,
      'The ferry had carried passengers and cattle between the islands of the west for thirty years.',
    ],
  });

/** Two articles about a ferry, and one about something else. */
export function smallArchive(): Promise<Archive> {
  return buildArchive([
    ferry('ferry-1', '09', 'two', 'an inquiry by the ministry of transport in Edinburgh'),
    ferry('ferry-2', '10', 'three', 'angry questions by relatives of crew members in parliament'),
    anArticle({
      id: 'budget',
      title: 'Council passes budget',
      published: '2026-03-10T11:00:00Z',
      paragraphs: ['The council of Oban passed a budget of 40 million pounds after a debate of nine hours.'],
    }),
  ]);
}

export function watchOf(archive: Archive, store: Store, now = NOW): ArticleWatch {
  const warn = (line: string): never => {
    throw new Error(line);
  };
  return new ArticleWatch({
    archive,
    store,
    filters: new GuildSourceFilters(store, false),
    warn,
    now: () => now,
  });
}

/** Where a delivery sends to, as data. */
export interface Place {
  readonly apiUrl: string;
  readonly token: string;
  readonly me: string;
}

export function alertDelivery(
  archive: Archive,
  store: Store,
  { apiUrl, token, me }: Place,
  now: number,
  changes: Partial<AlertDelivery> = {},
): AlertDelivery {
  const outbox = new DigestOutbox(new REST({ api: apiUrl, retries: 0 }).setToken(token), me);
  return {
    store,
    service: { alert: (request) => composeAlert(archive, request) },
    outboxOf: () => outbox,
    log: pino({ level: 'silent' }),
    now: () => now,
    holder: `process ${process.pid}`,
    ...changes,
  };
}
