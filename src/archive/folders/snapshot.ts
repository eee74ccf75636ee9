import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { ANALYSER_VERSION } from '../../text/analyser.js';
import type { ArticleSummary } from '../archive.js';
import { READING_VERSION } from '../archive-article.js';
import type { ArticleTerms } from '../article-terms.js';
import { type IndexArrays, indexArraysOf, loadedArrays, savedArrays } from '../memory/index-arrays.js';
import { PASSAGES_VERSION } from '../passages.js';
import type { TextPlace } from './saved-texts.js';
import { type Chunks, writeWholeOpen } from './write-whole.js';

/** What is saved of an archive, texts aside, so that the next start need not build it again. */
export interface Snapshot {
  readonly files: readonly FileRecord[];
  /** In the order of their numbers. */
  readonly vocabulary: readonly string[];
  readonly articles: readonly SavedArticle[];
  /** What an index makes of these articles in this order. */
  readonly arrays: IndexArrays;
}

interface SavedArticle {
  readonly summary: ArticleSummary;
  readonly terms: ArticleTerms;
}

/** An article's file as it was when it was read. */
export interface FileRecord {
  /** Relative to the articles folder. */
  readonly file: string;
  readonly bytes: number;
  /**
   * Milliseconds since 1970; null if the file was so fresh that a later change might not show in its time.
   */
  readonly modified: number | null;
  readonly sha256: string;
  /** Id of the article in it. */
  readonly article: string;
}

/** A snapshot's file, and the place of each article's text in it, by article id. */
interface SnapshotFile {
  readonly file: FileHandle;
  readonly places: Map<string, TextPlace>;
}

/** What is read of a snapshot's file. */
export interface LoadedSnapshot extends Snapshot, Pick<SnapshotFile, 'places'> {}

type TextOf = (articleId: string) => Promise<Uint8Array | undefined>;

/** Thrown when a snapshot cannot be used: another version wrote it, or it is not whole. */
export class UselessSnapshot extends Error {
  override readonly name = 'UselessSnapshot';

  constructor(
    readonly reason: 'old' | 'damaged',
    options?: ErrorOptions,
  ) {
    super(`the snapshot is ${reason}`, options);
  }
}

/** Raise it when the form of the file changes. */
const FORMAT_VERSION = 7;

/** Everything that the content depends on apart from the articles. */
const VERSION = [FORMAT_VERSION, READING_VERSION, PASSAGES_VERSION, ANALYSER_VERSION].join('.');

// The file consists of a header, one line; the texts, a line each; lines of JSON (see `decode`); the terms of
// all articles and what an index makes of them, in this machine's byte order, and a line end; a footer, one line. The footer's
// checksum covers everything but the texts. They have their own, as they are not read at the start.
const Header = z.object({ version: z.string() });
const Footer = z.object({
  lines: z.int().min(0),
  terms: z.int().min(0),
  arrays: z.int().min(0),
  end: z.int().min(0),
  crc32: z.int(),
});

/** More bytes than any header or footer has. */
const EDGE_BYTES = 256;
/** Bytes written at a time: few enough that other work gets its turn in between. */
const CHUNK_BYTES = 1 << 18;
const WORDS_A_LINE = 5_000;

/**
 * Saves an archive as one file, whole or not at all.
 * @param textOf returns the packed text of an article; without one, the article and its file are left out
 * @throws the file system's error
 */
export async function writeSnapshot(path: string, snapshot: Snapshot, textOf: TextOf): Promise<SnapshotFile> {
  const places = new Map<string, TextPlace>();
  const file = await writeWholeOpen(path, inChunks(encode(snapshot, textOf, places)));
  return { file, places };
}

async function* encode(
  { files, vocabulary, articles, arrays }: Snapshot,
  textOf: TextOf,
  places: Map<string, TextPlace>,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  let checksum = 0;
  const checked = (bytes: Uint8Array): Uint8Array => {
    at += bytes.length;
    checksum = checksumAfter(checksum, bytes);
    return bytes;
  };
  yield checked(lineOf({ version: VERSION } satisfies z.infer<typeof Header>));
  for (const { summary } of articles) {
    const text = await textOf(summary.id);
    if (text === undefined) continue;
    places.set(summary.id, { start: at, bytes: text.length, crc32: crc32(text) });
    yield text;
    yield NEW_LINE;
    at += text.length + NEW_LINE.length;
  }
  const lines = at;
  const complete = articles.filter(({ summary }) => places.has(summary.id));
  const records = files.filter(({ article }) => places.has(article));
  yield checked(lineOf({ files: records.length, articles: complete.length }));
  for (const record of records) yield checked(lineOf(record));
  for (const { summary, terms } of complete) {
    yield checked(lineOf([summary, terms.length, places.get(summary.id)]));
  }
  for (let first = 0; first < vocabulary.length; first += WORDS_A_LINE) {
    yield checked(lineOf(vocabulary.slice(first, first + WORDS_A_LINE)));
  }
  const terms = at;
  for (const article of complete) yield checked(bytesOf(article.terms));
  const arraysAt = at;
  const isComplete = complete.length === articles.length;
  const termsOf = complete.map((article) => article.terms);
  const worked = isComplete ? arrays : indexArraysOf(termsOf, vocabulary.length);
  for (const array of savedArrays(worked)) yield checked(bytesOf(array));
  yield NEW_LINE;
  const parts = { lines, terms, arrays: arraysAt, end: at };
  yield lineOf({ ...parts, crc32: checksumAfter(checksum, lineOf(parts)) } satisfies z.infer<typeof Footer>);
}

/** Continues a checksum. With no bytes, zlib would start it afresh. */
function checksumAfter(before: number, bytes: Uint8Array): number {
  return bytes.length === 0 ? before : crc32(bytes, before);
}

const NEW_LINE = Buffer.from('\n');

function lineOf(json: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(json)}\n`);
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Joins small pieces into chunks: writing each by itself takes many times as long. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>): Chunks & AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}

/**
 * Reads a saved archive, all but its texts.
 * @throws UselessSnapshot when it is of another version, cut short or altered; or the file system's error
 */
export async function readSnapshot(file: FileHandle): Promise<LoadedSnapshot> {
  const { size } = await file.stat();
  const head = await readBytes(file, 0, Math.min(EDGE_BYTES, size));
  const header = head.subarray(0, head.indexOf('\n') + 1);
  if (parse(Header, header).version !== VERSION) throw new UselessSnapshot('old');
  const edge = Math.max(0, size - EDGE_BYTES);
  const tail = await readBytes(file, edge, size - edge);
  const footerStart = tail.lastIndexOf('\n', -2) + 1;
  const footer = parse(Footer, tail.subarray(footerStart));
  const { lines: linesAt, terms: termsAt, arrays: arraysAt, end } = footer;
  if (linesAt > termsAt || termsAt > arraysAt || arraysAt > end || end + 1 !== edge + footerStart) {
    throw new UselessSnapshot('damaged');
  }
  const lines = await readBytes(file, linesAt, termsAt - linesAt);
  const terms = await readBytes(file, termsAt, arraysAt - termsAt);
  const arrays = await readBytes(file, arraysAt, end - arraysAt);
  const { crc32: checksum, ...parts } = footer;
  // The places of the parts are sealed too: with the border moved, the bytes on both sides of it are still the same.
  if ([header, lines, terms, arrays, lineOf(parts)].reduce(checksumAfter, 0) !== checksum) {
    throw new UselessSnapshot('damaged');
  }
  const snapshot = decode(lines, numbersIn(terms));
  return { ...snapshot, arrays: loadedArrays(numbersIn(arrays), snapshot.vocabulary.length) };
}

/** Decodes the JSON lines. The casts are safe, as version and checksum have been checked. */
function decode(lines: Buffer, terms: Uint32Array): Omit<LoadedSnapshot, 'arrays'> {
  const json = linesOf(lines);
  const next = (): unknown => JSON.parse(json.next().value ?? '');
  const counts = next() as { files: number; articles: number };
  const files = Array.from({ length: counts.files }, () => next() as FileRecord);
  const places = new Map<string, TextPlace>();
  let start = 0;
  const articles = Array.from({ length: counts.articles }, (): SavedArticle => {
    const [summary, length, place] = next() as [ArticleSummary, number, TextPlace];
    places.set(summary.id, place);
    start += length;
    return { summary, terms: terms.subarray(start - length, start) };
  });
  const vocabulary = Array.from(json, (line) => JSON.parse(line) as string[]).flat();
  return { files, vocabulary, articles, places };
}

/** @param bytes in a buffer of their own */
function numbersIn({ buffer, length }: Buffer): Uint32Array {
  return new Uint32Array(buffer, 0, length / Uint32Array.BYTES_PER_ELEMENT);
}

/** Reads bytes into a buffer of their own, so that a `Uint32Array` can start at its first byte. */
async function readBytes(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, start + done);
    if (bytesRead === 0) throw new UselessSnapshot('damaged');
    done += bytesRead;
  }
  return bytes;
}

function parse<T>(schema: z.ZodType<T>, line: Buffer): T {
  try {
    return schema.parse(JSON.parse(line.toString()));
  } catch (cause) {
    throw new UselessSnapshot('damaged', { cause });
  }
}

function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let start = 0, end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
