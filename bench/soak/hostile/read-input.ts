import { ask } from '../../../src/answer/ask.js';
import type { Archive } from '../../../src/archive/archive.js';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import { prepareArticle } from '../../../src/archive/prepared-article.js';
import { decode } from '../../../src/articles/encoding/decode.js';
import { readArticleFile } from '../../../src/articles/read-article.js';
import { readDay } from '../../../src/digest/schedule/days.js';
import { periodOfKey } from '../../../src/digest/schedule/period-key.js';
import { readDays, readTimes, readZone } from '../../../src/digest/schedule/schedule-words.js';
import { parseCustomId } from '../../../src/discord/rendering/custom-id.js';
import { addressKey, isSameSite } from '../../../src/ingest/address.js';
import { FeedText, feedToSend } from '../../../src/ingest/feeds/feed-body.js';
import { feedOfSent } from '../../../src/ingest/feeds/feed-of-page.js';
import { readSentFeed } from '../../../src/ingest/feeds/feed-text.js';
import { readOpml } from '../../../src/ingest/feeds/opml.js';
import { readLine } from '../../../src/ingest/json-lines.js';
import { isoTimestamp } from '../../../src/ingest/timestamp.js';
import { fetchableAddress, redirectTarget } from '../../../src/ingest/web/fetchable-address.js';
import { isPublicAddress } from '../../../src/ingest/web/public-address.js';
import { readSentPage } from '../../../src/ingest/web/read-page.js';
import { Robots } from '../../../src/ingest/web/robots.js';
import { shownAddress, withShownAddresses } from '../../../src/shown-address.js';
import { resolveDates } from '../../../src/text/dates/dates.js';
import { UserError } from '../../../src/user-error.js';
import { webAddress } from '../../../src/web-address.js';
import type { Kind } from './hostile-inputs.js';

const ADDRESS = 'https://news.example/a';
const NOW = new Date('2020-01-06T12:00:00Z');
const TODAY = '2020-01-05';

/**
 * Reads one input as the program would. A refusal in words for a person is what should come of most.
 * @throws what is no refusal
 */
export async function readInput(
  kind: Exclude<Kind, 'command'>,
  input: string,
  archive: Archive,
): Promise<void> {
  for (const read of READERS[kind](input, archive)) {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
}

type Readings = (() => unknown)[];

const READERS: Readonly<Record<Exclude<Kind, 'command'>, (input: string, archive: Archive) => Readings>> = {
  page: (input) => [() => readSentPage(sent(input, 'text/html'))],
  bytes: (input) => {
    const [label, rest] = firstLine(input);
    const body = Buffer.from(rest, 'latin1');
    return [
      () => decode(body, 'a.txt'),
      () => readSentPage({ address: ADDRESS, contentType: `text/html; charset=${label}`, body }),
      () => readSentFeed(sentFeed(body, `text/xml; charset="${label}"`)),
    ];
  },
  feed: (input) => [
    () => readSentFeed(sentFeed(Buffer.from(input), 'application/xml')),
    () => feedOfSent(sentFeed(Buffer.from(input), 'application/xml')),
  ],
  'json feed': (input) => [() => readSentFeed(sentFeed(Buffer.from(input), 'application/feed+json'))],
  opml: (input) => [() => readOpml({ body: Buffer.from(input), name: 'feeds.opml' })],
  robots: (input) => {
    const response = { status: 200, body: Buffer.from(input) };
    // Robots needs no more of the web than the answer to its one request.
    const rules = new Robots(
      { get: async () => response } as unknown as ConstructorParameters<typeof Robots>[0],
      'Clippings',
    );
    const wanted = new URL(`${ADDRESS}${'a'.repeat(200)}?b=${'a'.repeat(200)}`);
    return [() => rules.allows(wanted), () => rules.delay(wanted)];
  },
  file: (input) => {
    const [name, text] = firstLine(input);
    return [() => prepareArticle(archiveArticle(readArticleFile(name, Buffer.from(text)).article))];
  },
  line: (input) => [() => readLine(input, 1)],
  address: (input) => [
    () => fetchableAddress(input),
    () => redirectTarget(input, new URL(ADDRESS)),
    () => webAddress(input),
    () => addressKey(input),
    () => isSameSite(input, ADDRESS),
    () => isPublicAddress(input),
    () => shownAddress(input),
    () => withShownAddresses(input),
  ],
  date: (input) => [
    () => isoTimestamp(input, NOW),
    () => resolveDates(input, TODAY),
    () => resolveDates(input, null),
    () => readDay(input, TODAY),
  ],
  question: (input, archive) => [
    () => ask(archive, input),
    () => ask(archive, 'And why?', { previous: input }),
  ],
  option: (input) => [
    () => parseCustomId(input),
    () => readDay(input, TODAY),
    () => periodOfKey(input),
    () => readTimes(input),
    () => readZone(input),
    () => readDays(input),
  ],
};

function sent(text: string, contentType: string) {
  return { address: ADDRESS, contentType, body: Buffer.from(text) };
}

/** A feed that comes in two pieces. */
function sentFeed(body: Buffer, contentType: string) {
  const head = { address: new URL(ADDRESS), headers: { get: () => contentType } };
  const text = new FeedText(head);
  const half = body.byteLength >> 1;
  text.push(body.subarray(0, half));
  text.push(body.subarray(half));
  return feedToSend({ ...head, body: text.end() });
}

function firstLine(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}
