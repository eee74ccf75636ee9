import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ANALYSER_VERSION } from '../text/analyser.js';
import { READING_VERSION } from './archive-article.js';
import type { SavedIndex } from './minisearch-index.js';
import { type PackedArticle, pack, unpack } from './packed-article.js';
import type { ArchivedArticle } from './passage.js';
import { PASSAGES_VERSION } from './passages.js';

/** What is saved of an archive, so that it need not be built again at the next start. */
export interface Snapshot {
  readonly files: readonly FileRecord[];
  readonly index: SavedIndex;
  readonly articles: readonly ArchivedArticle[];
}

/** An article's file as it was when it was read. */
export interface FileRecord {
  /** Relative to the articles folder. */
  readonly file: string;
  readonly bytes: number;
  /** Milliseconds since 1970; null when it was too fresh to tell a later change by. */
  readonly modified: number | null;
  readonly sha256: string;
  /** Id of the article that it holds. */
  readonly article: string;
}

/** The snapshot cannot be used: another version wrote it, or it is not whole. */
export class UselessSnapshot extends Error {
  override readonly name = 'UselessSnapshot';

  constructor(
    readonly reason: 'old' | 'damaged',
    options?: ErrorOptions,
  ) {
    super(`the snapshot is ${reason}`, options);
  }
}

/** Raise it when the lines below change. */
const FORMAT_VERSION = 2;

/** All that the content depends on beside the articles. */
const VERSION = [FORMAT_VERSION, READING_VERSION, PASSAGES_VERSION, ANALYSER_VERSION].join('.');

const Header = z.object({ version: z.string() });
const Footer = z.object({ sha256: z.string() });

/**
 * Lines of JSON: a header with the version, the files, the index (a line, and one for each article), the articles, and a footer with the
 * checksum of all that. Made line by line, so that a large archive is never in memory twice.
 */
export function* encodeSnapshot(snapshot: Snapshot): Generator<string> {
  const hash = createHash('sha256');
  for (const json of contentOf(snapshot)) {
    const line = `${json}\n`;
    hash.update(line);
    yield line;
  }
  const footer: z.infer<typeof Footer> = { sha256: hash.digest('hex') };
  yield `${JSON.stringify(footer)}\n`;
}

function* contentOf({ files, index, articles }: Snapshot): Generator<string> {
  const header: z.infer<typeof Header> = { version: VERSION };
  yield JSON.stringify(header);
  yield JSON.stringify(files);
  yield JSON.stringify(index.vocabulary);
  for (const { id, time, terms } of index.articles) yield JSON.stringify([id, time, base64Of(terms)]);
  for (const article of articles) yield JSON.stringify(pack(article));
}

/** @throws UselessSnapshot when it is of another version, cut short or altered */
export function decodeSnapshot(bytes: Buffer): Snapshot {
  const [firstLine = ''] = linesOf(bytes.subarray(0, bytes.indexOf('\n') + 1));
  if (parse(Header, firstLine).version !== VERSION) throw new UselessSnapshot('old');
  const footerStart = bytes.lastIndexOf('\n', -2) + 1;
  const content = bytes.subarray(0, footerStart);
  const [lastLine = ''] = linesOf(bytes.subarray(footerStart));
  const { sha256 } = parse(Footer, lastLine);
  if (createHash('sha256').update(content).digest('hex') !== sha256) throw new UselessSnapshot('damaged');
  const [, files = '', vocabulary = '', ...lines] = linesOf(content);
  // The casts are safe: the checksum and the version say that these are the very lines that encodeSnapshot wrote.
  return {
    files: JSON.parse(files) as Snapshot['files'],
    index: {
      vocabulary: JSON.parse(vocabulary) as SavedIndex['vocabulary'],
      articles: lines.slice(0, lines.length / 2).map((line) => {
        const [id, time, terms] = JSON.parse(line) as [string, number, string];
        return { id, time, terms: termsOf(terms) };
      }),
    },
    articles: lines.slice(lines.length / 2).map((line) => unpack(JSON.parse(line) as PackedArticle)),
  };
}

function base64Of({ buffer, byteOffset, byteLength }: Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function termsOf(base64: string): Uint32Array {
  return new Uint32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

function parse<T>(schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new UselessSnapshot('damaged', { cause });
  }
}

/** The lines that have an end. */
function linesOf(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (
    let start = 0, end = bytes.indexOf('\n');
    end >= 0;
    start = end + 1, end = bytes.indexOf('\n', start)
  ) {
    lines.push(bytes.toString('utf8', start, end));
  }
  return lines;
}
