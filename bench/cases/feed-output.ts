import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addFeedAt } from '../../src/ingest/feeds/add-feed.js';
import { pollFeed } from '../../src/ingest/feeds/poll-feed.js';
import type { IngestOutcome } from '../../src/ingest/ingester.js';
import { claimFeed, type Feed } from '../../src/store/feeds.js';
import { UserError } from '../../src/user-error.js';
import { TestIngestContext } from '../../test/ingest/ingest-context.js';
import type { FeedStep } from './case.js';
import { commandOutput } from './command-output.js';
import { FeedSite } from './feed-site.js';

const HOUR = 3_600_000;

/** Adds the feed that a case serves, polls it as often as it says, and prints what came of it. */
export async function feedOutput(step: FeedStep, caseFolder: string): Promise<string> {
  const context = await TestIngestContext.open();
  context.time = Date.parse(step.now);
  const site = await FeedSite.start(step.routes, caseFolder);
  try {
    const lines = await polled(step, site, context);
    const articles = path.join(context.folder, 'articles');
    lines.push(...articleLines(articles, step.show));
    // Ports differ from run to run.
    const output = lines.map((line) => line.replaceAll(`:${site.server.port}`, ''));
    output.push(...step.cli.map((args) => commandOutput({ args }, caseFolder, articles)));
    return output.join('\n');
  } finally {
    await site.server.stop();
    await context.close();
  }
}

async function polled(step: FeedStep, site: FeedSite, context: TestIngestContext): Promise<string[]> {
  const { requests } = site.server;
  const lines: string[] = [];
  let feed = await added(step, site.server.url(step.path, step.host), context, lines);
  for (let poll = 0; feed !== null && poll < step.polls; poll++) {
    site.poll = poll;
    const asked = requests.length;
    const start = Date.now();
    const { title, failure, outcomes } = await pollFeed(feed, context);
    if (step.timed) lines.push(`TOOK ${Date.now() - start} ms`);
    lines.push(
      `POLL ${poll + 1} title=${JSON.stringify(title)} ${failure === null ? '' : `FAILURE ${told(failure)}`} outcomes=${outcomes.length} requests=${requests.length - asked}`,
      ...outcomes.slice(0, step.show).map((each) => `  ${resultOf(each, false)} <- ${each.what}`),
    );
    context.time += step.hours * HOUR;
    feed = (await claimFeed(context.store, feed.url, context.time + HOUR / 2)) ?? feed;
  }
  if (step.requests)
    for (const { method, url, headers } of requests)
      lines.push(`REQUEST ${method} ${url} ${JSON.stringify(headers['if-none-match'] ?? null)}`);
  return lines;
}

/** The feed, added; null when its address was taken for a page or refused. */
async function added(
  step: FeedStep,
  url: string,
  context: TestIngestContext,
  lines: string[],
): Promise<Feed | null> {
  try {
    if (step.addAs === 'feed') return await addFeedAt(url, context);
    for await (const outcome of context.ingester.add(url)) lines.push(`ADD ${resultOf(outcome, true)}`);
  } catch (error) {
    lines.push(`ADD REFUSED ${told(error)}`);
  }
  return null;
}

function resultOf({ result }: IngestOutcome, withLabel: boolean): string {
  if (result instanceof UserError) return told(result);
  return withLabel ? `${result.kind} ${result.label}` : result.kind;
}

function told(error: unknown): string {
  if (error instanceof UserError) return `[${error.code}] ${error.message}`;
  return error instanceof Error ? String(error.stack) : String(error);
}

/** The articles that stand in a folder, without what only tells versions apart. */
function articleLines(folder: string, show: number): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
  const texts = files.slice(0, show).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [
      `--- ${file.replace(/-[0-9a-f]{10}\.md/, '.md')}`,
      text.replace(/^(?:fingerprint|hash).*\n/m, ''),
    ];
  });
  return [`ARTICLES ${files.length}`, ...texts];
}
