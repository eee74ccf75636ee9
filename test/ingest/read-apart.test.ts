import { beforeAll, describe, expect, it, vi } from 'vitest';
import type * as ReadApart from '../../src/ingest/read-apart.js';
import type * as Page from '../../src/ingest/web/read-page.js';
import type { SentResource } from '../../src/ingest/web/sent-resource.js';
import { builtModules } from '../built.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Paragraphs that are not the same, as a page does not say a thing twice. */
const text = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>Bridge ${at} across the river was opened on Sunday by mayor ${at}, who spoke for an hour.</p>`,
  ).join('');
const notHere = async (): Promise<never> => {
  throw new Error('This was read in the wrong thread');
};

let apart: typeof ReadApart;
let readSentPage: typeof Page.readSentPage;

beforeAll(async () => {
  const modules = builtModules(
    'read-apart',
    'src/ingest/read-apart.ts',
    'src/ingest/read-apart-thread.ts',
    'src/ingest/web/read-page.ts',
  );
  // Threads run what is built. The casts are safe: it was made from that source.
  const load = (module: string): Promise<unknown> => import(new URL(`${module}.js`, modules).href);
  apart = (await load('read-apart')) as typeof ReadApart;
  ({ readSentPage } = (await load('read-page')) as typeof Page);
});

function sent(html: string): SentResource {
  return { address: 'https://news.example/bridge', contentType: 'text/html', body: Buffer.from(html) };
}

const readPage = (html: string, limit?: number): Promise<unknown> =>
  apart.readApart('page', notHere, sent(html), 'The page', limit);

describe('what came from outside', () => {
  it('is read in a thread of its own as it would be read here', async () => {
    const page = `<h1>Bridge opens</h1>${text(5)}`;
    expect(await readPage(page)).toEqual(readSentPage(sent(page)));
  });

  it('is refused there with the same error', async () => {
    await expect(readPage('<b>'.repeat(100_000))).rejects.toMatchObject({
      name: 'UserError',
      code: 'page-broken',
      message: expect.stringContaining('levels deep'),
    });
  });

  it('is given up when it takes too long, and the next is read by another thread', async () => {
    const slow = readPage('<a href="/x">word</a> '.repeat(40_000), 1);
    const next = readPage(text(5));
    await expect(slow).rejects.toMatchObject({
      code: 'too-slow',
      message: 'The page cannot be read: it took over 0.001 seconds.',
    });
    expect(await next).toMatchObject({ metadata: { url: 'https://news.example/bridge' } });
  });

  it('leaves this thread free meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    await readPage(`<h1>Bridge opens</h1>${text(2_000)}`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});
