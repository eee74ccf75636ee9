import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { Headers } from 'undici';
import { z } from 'zod';
import { composeArticle } from '../../src/articles/compose.js';
import { readPage } from '../../src/ingest/web/read-page.js';
import { UserError } from '../../src/user-error.js';
import type { MarkedPage } from '../sets/pages.js';

/** What a reader found on a page. */
export interface PageReading {
  readonly text: string;
  readonly title: string | null;
  /** A day, `2020-01-05`. */
  readonly date: string | null;
  /** Why the page was not taken; null if it was. */
  readonly refused: string | null;
  /** Null where it is not known for each page. */
  readonly milliseconds: number | null;
}

/** Reads all the pages, in their order; null where the program is not installed. */
export type PageReader = (pages: readonly MarkedPage[], tick: () => void) => Promise<PageReading[] | null>;

type Found = Omit<PageReading, 'milliseconds'>;

/** Clippings itself, on the way that a page takes when somebody adds it. */
export const clippingsReader = timed(({ url, bytes }) => {
  try {
    const { metadata, blocks } = readPage({
      address: new URL(url),
      headers: new Headers({ 'content-type': 'text/html' }),
      body: bytes,
    });
    const article = composeArticle(
      { metadata: { ...metadata, added: null }, blocks },
      { id: 'page', file: 'page.html' },
    );
    return {
      text: article.paragraphs.map(({ text }) => text).join('\n'),
      title: article.title,
      date: article.published?.slice(0, 10) ?? null,
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text: '', title: null, date: null, refused: error.message.replace(url, '…') };
  }
});

/** Mozilla's Readability alone. */
export const readabilityReader = timed(({ bytes }) => {
  const { document } = parseHTML(decoded(bytes));
  const found = new Readability(document).parse();
  return {
    text: found?.textContent ?? '',
    title: found?.title ?? null,
    date: found?.publishedTime?.slice(0, 10) ?? null,
    refused: null,
  };
});

export const defuddleReader = timed(async ({ url, bytes }) => {
  const { document } = parseHTML(decoded(bytes));
  const found = await quietly(() => Defuddle(document, url, { useAsync: false }));
  return {
    text: spacedText(found.content),
    title: found.title,
    date: found.published.slice(0, 10) || null,
    refused: null,
  };
});

/** Defuddle prints each broken piece of JSON-LD. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error } = console;
  console.error = () => {};
  try {
    return await work();
  } finally {
    console.error = error;
  }
}

/** The page as a peer's user would decode it: by the encoding that it names. */
function decoded(bytes: Buffer): string {
  const named = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The text of a piece of HTML, with a space where one element ends and another begins. */
function spacedText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html.replaceAll('<', ' <')}</body></html>`);
  return document.body.textContent ?? '';
}

const Line = z.object({ text: z.string(), title: z.string().nullable(), date: z.string().nullable() });

/** trafilatura and htmldate, where a Python that has them is called `python3`, or named by PAGES_PYTHON. */
export const trafilaturaReader: PageReader = async (pages, tick) => {
  const done = spawnSync(
    process.env.PAGES_PYTHON ?? 'python3',
    [path.join(import.meta.dirname, 'trafilatura-pages.py')],
    {
      input: pages
        .map(({ url, bytes }) => `${JSON.stringify({ url, html: bytes.toString('base64') })}\n`)
        .join(''),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  if (done.status !== 0) return null;
  return done.stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      tick();
      return { ...Line.parse(JSON.parse(line)), refused: null, milliseconds: null };
    });
};

function timed(read: (page: MarkedPage) => Found | Promise<Found>): PageReader {
  return async (pages, tick) => {
    const readings: PageReading[] = [];
    for (const page of pages) {
      const start = performance.now();
      const found = await attempt(read, page);
      readings.push({ ...found, milliseconds: performance.now() - start });
      tick();
    }
    return readings;
  };
}

/** A peer that gives up on a page found nothing there. */
async function attempt(read: (page: MarkedPage) => Found | Promise<Found>, page: MarkedPage): Promise<Found> {
  try {
    return await read(page);
  } catch (error) {
    return { text: '', title: null, date: null, refused: String(error) };
  }
}
