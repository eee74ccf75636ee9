import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ANALYSER_VERSION } from '../text/analyser.js';
import { READING_VERSION } from './archive-article.js';
import type { SavedIndex } from './minisearch-index.js';
import { type PackedArticle, pack, unpack } from './packed-article.js';
import { PASSAGES_VERSION } from './passages.js';

/** What is saved of an archive, so that it need not be built again at the next start. */
export interface Snapshot {
  readonly files: readonly FileRecord[];
  readonly index: SavedIndex;
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
const FORMAT_VERSION = 1;

/** All that the content depends on beside the articles. */
const VERSION = [FORMAT_VERSION, READING_VERSION, PASSAGES_VERSION, ANALYSER_VERSION].join('.');

const Header = z.object({ version: z.string(), sha256: z.string() });

/** Lines of JSON: a header with the checksum of the rest, the files, the index (two lines), then the articles. */
export function encodeSnapshot({ files, index }: Snapshot): string[] {
  const body = [
    `${JSON.stringify(files)}\n`,
    `${JSON.stringify(index.frequencies)}\n`,
    `${index.miniSearch}\n`,
  ];
  for (const article of index.articles) body.push(`${JSON.stringify(pack(article))}\n`);
  const hash = createHash('sha256');
  for (const line of body) hash.update(line);
  const header: z.infer<typeof Header> = { version: VERSION, sha256: hash.digest('hex') };
  return [`${JSON.stringify(header)}\n`, ...body];
}

/** @throws UselessSnapshot when it is of another version, cut short or altered */
export function decodeSnapshot(bytes: Buffer): Snapshot {
  const headerEnd = bytes.indexOf('\n');
  const header = parseHeader(bytes.toString('utf8', 0, Math.max(0, headerEnd)));
  if (header.version !== VERSION) throw new UselessSnapshot('old');
  const body = bytes.subarray(headerEnd + 1);
  if (createHash('sha256').update(body).digest('hex') !== header.sha256) throw new UselessSnapshot('damaged');
  const [files = '', frequencies = '', miniSearch = '', ...articles] = linesOf(body);
  // The casts are safe: the checksum and the version say that these are the very lines that encodeSnapshot wrote.
  return {
    files: JSON.parse(files) as Snapshot['files'],
    index: {
      frequencies: JSON.parse(frequencies) as SavedIndex['frequencies'],
      miniSearch,
      articles: articles.map((line) => unpack(JSON.parse(line) as PackedArticle)),
    },
  };
}

function parseHeader(line: string): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(line));
  } catch (cause) {
    throw new UselessSnapshot('damaged', { cause });
  }
}

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
