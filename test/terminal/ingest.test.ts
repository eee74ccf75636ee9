import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/terminal/command-context.js';
import { addAddCommand } from '../../src/terminal/commands/add.js';
import { addFeedsCommand } from '../../src/terminal/commands/feeds.js';
import { TestIngestContext } from '../ingest/ingest-context.js';
import { newsPage } from '../ingest/pages.js';
import { WebServer } from '../ingest/web-server.js';
import { runCommand } from './command-run.js';

let server: WebServer;
let ingestContext: TestIngestContext;

beforeEach(async () => {
  server = await WebServer.start({ '/bridge': newsPage() });
  ingestContext = await TestIngestContext.open();
});
afterEach(async () => {
  await ingestContext.close();
  await server.stop();
});

const add = (program: Command, context: CommandContext) =>
  addAddCommand(program, context, (use) => use(ingestContext.ingester));
const feeds = (program: Command, context: CommandContext) =>
  addFeedsCommand(
    program,
    context,
    (use) => use(ingestContext),
    (use) => use(ingestContext.store),
  );

function feedOf(title: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>
    <item><title>Bridge</title><link>${server.url('/bridge')}</link></item></channel></rss>`;
}

describe('clippings add', () => {
  it('names what it added, and how it is cited', async () => {
    const { output, errors, failure } = await runCommand(add, ['add', server.url('/bridge')]);
    expect({ output, errors, failure }).toEqual({
      output: 'Added: The Port Gazette · Harbour bridge closed for repairs\n',
      errors: '',
      failure: null,
    });
  });

  it('says why nothing was added, and fails', async () => {
    const { output, errors, failure } = await runCommand(add, ['add', server.url('/nowhere')]);
    expect([output, errors]).toEqual([
      '',
      expect.stringMatching(/^http.*404 \(Not Found\)\. Check the address\.\n$/),
    ]);
    expect(failure).toMatchObject({ code: 'add-nothing' });
  });

  it('goes on after what cannot be added, and counts', async () => {
    const words = ['add', 'nowhere.txt', server.url('/bridge'), server.url('/bridge')];
    const { output, errors, failure } = await runCommand(add, words);
    expect(output.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^Known already/),
      '1 added, 1 known already, 1 refused',
    ]);
    expect(errors).toMatch(/^There is no file nowhere\.txt\./);
    expect(failure).toBeNull();
  });

  it('shows titles without what would harm a terminal', async () => {
    server.put('/evil', newsPage({ title: 'A&#27;]0;forged&#7;title' }));
    const { output } = await runCommand(add, ['add', server.url('/evil')]);
    expect(output).toMatch(/^Added: [^\p{Cc}]*forged[^\p{Cc}]*title\n$/u);
  });
});

describe('clippings feeds', () => {
  it('imports the list of a feed reader and says of each feed how it went; then exports one', async () => {
    server.put('/feed', feedOf('Port News'));
    const outline = (url: string) => `<outline text="Feed" xmlUrl="${url}"/>`;
    const urls = [server.url('/feed'), server.url('/feed'), server.url('/nowhere'), 'mailto:a@b.example'];
    const file = join(ingestContext.folder, 'list.opml');
    await writeFile(file, `<opml version="2.0"><body>${urls.map(outline).join('')}</body></opml>`);
    const first = await runCommand(feeds, ['feeds', 'import', file]);
    expect(first.output).toBe(
      'Port News: added\n1 added, 1 not added, 1 twice in the list, 1 without a web address\n',
    );
    expect([first.errors, first.failure]).toEqual([expect.stringMatching(/^Feed: .*404/m), null]);
    const again = await runCommand(feeds, ['feeds', 'import', file]);
    expect(again.output).toMatch(/^1 there already, 1 not added/);
    expect((await runCommand(feeds, ['feeds', 'export'])).output).toContain(
      `xmlUrl="${server.url('/feed')}"`,
    );
    const written = join(ingestContext.folder, 'written.opml');
    expect((await runCommand(feeds, ['feeds', 'export', written])).output).toBe(
      `1 feed written to ${written}.\n`,
    );
    expect(await readFile(written, 'utf8')).toMatch(/<opml.*Port News/s);
  });

  it('imports nothing from what is no list', async () => {
    const nowhere = await runCommand(feeds, ['feeds', 'import', join(ingestContext.folder, 'nowhere.opml')]);
    expect(nowhere.failure).toMatchObject({ code: 'usage-no-list' });
  });

  it('adds a feed and says what came in; then checks, lists and removes it', async () => {
    server.put('/feed', feedOf('Port News'));
    const address = server.url('/feed');
    const run = async (...words: string[]) => (await runCommand(feeds, ['feeds', ...words])).output;
    expect(await run('list')).toMatch(/^There are no feeds/);
    expect(await run('add', address)).toBe(
      'Port News: 1 added\n  Added: The Port Gazette · Harbour bridge closed for repairs\n',
    );
    expect(await run('check')).toBe('Port News: nothing new\n');
    expect(await run('list')).toContain(`Port News (read`);
    expect(JSON.parse(await run('list', '--json'))).toMatchObject({
      url: address,
      title: 'Port News',
      failures: 0,
    });
    expect(await run('remove', address)).toMatch(/^Removed/);
    expect((await runCommand(feeds, ['feeds', 'remove', address])).failure).toMatchObject({
      code: 'usage-no-such-feed',
    });
  });

  it('tells of a feed that fails, and why', async () => {
    server.put('/feed', feedOf('Port News'));
    await runCommand(feeds, ['feeds', 'add', server.url('/feed')]);
    server.put('/feed', (_, response) => response.writeHead(500).end());
    expect((await runCommand(feeds, ['feeds', 'check'])).failure).toMatchObject({ code: 'feed-status' });
    expect((await runCommand(feeds, ['feeds', 'list'])).output).toMatch(/failing for .*answers 500/s);
  });
});
