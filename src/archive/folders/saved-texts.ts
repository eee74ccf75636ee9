import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ArticleTexts } from '../memory/article-texts.js';
import { packArticle, unpackArticle } from '../packed-article.js';
import type { ArchivedArticle } from '../passage.js';
import type { PreparedArticle } from '../prepared-article.js';

/** The position of a packed article in a file. */
export interface TextPlace {
  readonly start: number;
  readonly bytes: number;
  readonly crc32: number;
}

/** Thrown when the bytes of an article are not the ones that were written. */
export class DamagedText extends Error {
  override readonly name = 'DamagedText';
}

/** Size of the cache, in articles: questions come back to the same ones. */
const AT_HAND = 30;
/** Most articles take less bytes. */
const ROOM = 1 << 14;
/** A question opens some fifty articles. */
const MOST_ROOMS = 64;

/** Article texts in a file, each read when it is asked for. New ones stay in memory until they are saved. */
export class SavedTexts implements ArticleTexts {
  #file: FileHandle | null;
  #places: Map<string, TextPlace>;
  readonly #unsaved = new Map<string, Uint8Array>();
  readonly #atHand = new LRUCache<string, ArchivedArticle>({ max: AT_HAND });
  /** Memory into which articles are read to be unpacked, used again for others. */
  readonly #rooms: Buffer[] = [];
  /** The articles that are being read, by id: a question asks for one as often as it has passages among the best. */
  readonly #underWay = new Map<string, Promise<ArchivedArticle | undefined>>();

  /** @param file is closed with this */
  constructor(file: FileHandle | null = null, places = new Map<string, TextPlace>()) {
    this.#file = file;
    this.#places = places;
  }

  /** @throws DamagedText, or the file system's error */
  async get(id: string): Promise<ArchivedArticle | undefined> {
    const known = this.#atHand.get(id);
    if (known !== undefined) return known;
    const underWay = this.#underWay.get(id);
    if (underWay !== undefined) return underWay;
    const read = this.#read(id).finally(() => {
      if (this.#underWay.get(id) === read) this.#underWay.delete(id);
    });
    this.#underWay.set(id, read);
    return read;
  }

  async #read(id: string): Promise<ArchivedArticle | undefined> {
    const source = this.#sourceOf(id);
    if (source === undefined) return undefined;
    const article = source instanceof Uint8Array ? unpackArticle(source) : await this.#unpack(id, source);
    // The article may have been replaced in the meantime.
    if (this.#sourceOf(id) === source) this.#atHand.set(id, article);
    return article;
  }

  async #unpack(id: string, place: TextPlace): Promise<ArchivedArticle> {
    const room =
      (place.bytes <= ROOM && this.#rooms.pop()) || Buffer.allocUnsafe(Math.max(ROOM, place.bytes));
    const article = unpackArticle(await this.#fill(room.subarray(0, place.bytes), id, place));
    if (room.length === ROOM && this.#rooms.length < MOST_ROOMS) this.#rooms.push(room);
    return article;
  }

  /**
   * Returns the bytes of an article as they are saved.
   * @throws DamagedText, or the file system's error
   */
  async packed(id: string): Promise<Uint8Array | undefined> {
    const source = this.#sourceOf(id);
    if (source === undefined || source instanceof Uint8Array) return source;
    return this.#fill(Buffer.allocUnsafe(source.bytes), id, source);
  }

  async #fill(bytes: Buffer, id: string, place: TextPlace): Promise<Buffer> {
    const read = await this.#file?.read(bytes, 0, place.bytes, place.start);
    if (read?.bytesRead !== place.bytes || crc32(bytes) !== place.crc32) {
      throw new DamagedText(`${id} is damaged in the saved index`);
    }
    return bytes;
  }

  put(article: ArchivedArticle, prepared?: PreparedArticle): void {
    this.#unsaved.set(article.id, prepared?.packed ?? packArticle(article));
    this.#forget(article.id);
  }

  delete(id: string): void {
    this.#unsaved.delete(id);
    this.#places.delete(id);
    this.#forget(id);
  }

  /** What is being read of it is of no use to who asks from now on. */
  #forget(id: string): void {
    this.#atHand.delete(id);
    this.#underWay.delete(id);
  }

  /** Switches to a newly saved file, which holds all articles. */
  async moveTo(file: FileHandle, places: Map<string, TextPlace>): Promise<void> {
    const before = this.#file;
    this.#file = file;
    this.#places = places;
    this.#unsaved.clear();
    // Waits for reads that are still under way.
    await before?.close();
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  #sourceOf(id: string): Uint8Array | TextPlace | undefined {
    return this.#unsaved.get(id) ?? this.#places.get(id);
  }
}
