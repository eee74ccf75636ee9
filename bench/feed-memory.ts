import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { feedToSend } from '../src/ingest/feeds/feed-body.js';
import { readSentFeed } from '../src/ingest/feeds/feed-text.js';
import { fetchFeed } from '../src/ingest/feeds/poll-feed.js';
import { loopbackWeb } from '../test/ingest/web-server.js';
import { wholeNumberAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';

const MB = 1024 * 1024;
/** Milliseconds; a busy machine takes its time. */
const DEADLINE = 300_000;

const program = new Command('bench:feed')
  .description(
    'Measures the most memory that a process takes while it fetches and reads a feed: one of a few items, and one of as many megabytes, the oldest item first and last. Each is read in a process of its own.',
  )
  .option('--megabytes <number>', 'size of the large feed', wholeNumberAboveZero, 19)
  .option('--read <address>', 'reads one feed and prints what it took; for its own use');

async function main(): Promise<void> {
  const { megabytes, read } = program.parse().opts<{ megabytes: number; read?: string }>();
  if (read !== undefined) return readOne(read);
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'application/xml' });
    const isLarge = url !== '/small';
    for (const part of feed(isLarge ? megabytes * MB : 20_000, url === '/oldest-first')) response.write(part);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  for (const name of ['small', 'oldest-first', 'newest-first']) {
    const took = await inChild(`http://news.example:${port}/${name}`);
    process.stdout.write(`${name.padEnd(14)} ${took}\n`);
  }
  server.close();
}

function* feed(bytes: number, isOldestFirst: boolean): Generator<string> {
  yield '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>';
  const text = '<p>The bridge across the river was opened by the mayor, who spoke for an hour.</p>'.repeat(
    12,
  );
  const count = Math.ceil(bytes / (text.length + 150));
  for (let of = 0; of < count; of++) {
    const minutes = isOldestFirst ? of : count - of;
    const date = new Date(Date.UTC(2024, 0) + minutes * 60_000).toUTCString();
    yield `<item><title>Report ${of}</title><link>https://news.example/${of}</link><pubDate>${date}</pubDate><description><![CDATA[${text}]]></description></item>\n`;
  }
  yield '</channel></rss>';
}

async function inChild(address: string): Promise<string> {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), '--read', address];
  return (await promisify(execFile)(process.execPath, args)).stdout.trim();
}

async function readOne(address: string): Promise<void> {
  const web = loopbackWeb({ deadline: DEADLINE });
  const before = process.memoryUsage().rss;
  const { title, items } = readSentFeed(feedToSend(await fetchFeed(web, address)));
  const peak = process.resourceUsage().maxRSS / 1024;
  const more = peak - before / MB;
  process.stdout.write(
    `${title}, ${items.length} items: ${peak.toFixed(0)} MB at most, ${more.toFixed(0)} MB more than before\n`,
  );
  await web.close();
}

await runCommand(main);
