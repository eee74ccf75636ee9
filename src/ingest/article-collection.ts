import { join } from 'node:path';
import type { Archive } from '../archive/archive.js';
import { writeWhole } from '../archive/folders/write-whole.js';
import { articleLabel } from '../archive/label.js';
import type { Article, Copy } from '../articles/article.js';
import { articleId } from '../articles/article-id.js';
import { readArticleBytes } from '../articles/articles-folder.js';
import { composeArticle, type Metadata } from '../articles/compose.js';
import { splitFrontMatter } from '../articles/front-matter.js';
import { refuseForeign } from '../articles/refuse-foreign.js';
import { SHARED, sourcesOf, united } from '../articles/sources.js';
import { Mutex } from '../mutex.js';
import { UserError } from '../user-error.js';
import { addressKey } from './address.js';
import { articleBody, articleFile, articlePath } from './article-file.js';
import type { Fingerprint } from './fingerprint.js';
import type { Incoming } from './incoming.js';
import { editionDate, isOlderEdition } from './is-older-edition.js';
import { type Entry, fingerprintOf, KnownArticles } from './known-articles.js';
import { soundMetadata } from './sound-metadata.js';
import { notWritten } from './write-fault.js';

/** The outcome for an article that came in. */
export interface Ingested {
  readonly kind: 'added' | 'corrected' | 'copy' | 'known';
  /** Whether the article's file was written. */
  readonly isWritten: boolean;
  /** The article under which it is found from now on. */
  readonly article: Article;
  readonly label: string;
  /** What was not used or is doubtful, see `Incoming`. */
  readonly notes?: readonly string[];
  /** Why it cannot be found yet, though its file is written. */
  readonly delay?: string;
}

export interface IngestOptions {
  /** It was published before we first looked: it goes into the archive, but is not today's news. */
  readonly isOld?: boolean;
}

/** A text shorter than this share of what we have is a teaser or a wall, not a correction. */
const SHORTEST_CORRECTION = 0.5;

/**
 * Further copies are not recorded: nobody reads so many names, and a hostile feed has no end of addresses.
 */
const MOST_COPIES = 30;

/** The number of replaced texts that are still recognised. */
const MOST_EDITIONS = 20;

/** An encoded picture and the like. Languages that part no words with spaces are not written in ASCII. */
const NO_PROSE = /(?<![!-~])[!-~]{2000}/;

/**
 * Writes incoming articles into the folder of articles, each once. A text that is there already is not
 * written again, another outlet's copy is recorded with the first, and a changed text replaces the previous
 * one. Whatever source brings an article again is noted with it. Texts of sources that nobody need see together are not
 * compared: a server's feed has no say in the articles of others. The file is on disk, whole, when the promise resolves.
 */
export class ArticleCollection {
  readonly #known = new KnownArticles();
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #anyLanguage: boolean;
  /** When two copies come in at once, the second must find the first. */
  readonly #mutex = new Mutex();

  /** @param anyLanguage takes in articles in other languages than English */
  constructor(folder: string, now: () => Date = () => new Date(), anyLanguage = false) {
    this.#folder = folder;
    this.#now = now;
    this.#anyLanguage = anyLanguage;
  }

  /** Loads what the archive holds. Call it when that may have changed. */
  sync(archive: Archive, onProgress?: (done: number, total: number) => void): Promise<void> {
    return this.#mutex.run(() => this.#known.sync(archive, onProgress));
  }

  /**
   * Notes that the article of an address also came by other sources.
   * @returns null if there is no such article
   * @throws UserError when it cannot be written
   */
  credit(address: string, sources: readonly string[]): Promise<Ingested | null> {
    return this.#mutex.run(async () => {
      const entry = this.#known.atAddress(address);
      return entry === null ? null : this.#credited(entry, sources);
    });
  }

  /**
   * Adds an article, or updates the one that it is an edition or a copy of.
   * @throws UserError `article-empty`, `article-language`, or `disk` when it cannot be written; the previous file is then still
   * there
   */
  async ingest(incoming: Incoming, options: IngestOptions = {}): Promise<Ingested> {
    const ingested = await this.#mutex.run(() => this.#ingest(incoming, options));
    return incoming.notes?.length ? { ...ingested, notes: incoming.notes } : ingested;
  }

  async #ingest(incoming: Incoming, options: IngestOptions): Promise<Ingested> {
    const now = this.#now().toISOString();
    const metadata = soundMetadata(incoming.metadata, this.#now());
    const added = metadata.added ?? (options.isOld ? dayAdded(metadata.published, now) : now);
    const blocks = incoming.blocks.filter(({ text }) => !NO_PROSE.test(text));
    const draft = { metadata: { ...metadata, added }, blocks };
    const article = composeArticle(draft, { id: '', file: '' });
    const label = article.title ?? article.url ?? 'The article';
    if (!article.paragraphs.some(({ text }) => /\p{L}/u.test(text))) {
      throw new UserError('article-empty', `${label}: there is no text in it, only headers and the like.`);
    }
    if (!this.#anyLanguage) await refuseForeign(article, article.url ?? label);
    const print = fingerprintOf(article);
    const before = this.#known.atAddress(article.url);
    if (before !== null) return this.#seenAgain(before, draft.blocks, article, print);
    const same = this.#known.withText(print, article.published, sourcesOf(article));
    const copied = same === null ? null : await this.#copied(same, article);
    if (copied !== null) return copied;
    const key = (article.url && addressKey(article.url)) ?? textKey(article, print);
    const dated = article.updated ? { revision: { dated: article.updated, before: [] } } : {};
    const path = articlePath(article.title, article.published ?? now, key);
    return this.#write('added', path, { ...dated, ...article }, print, draft.blocks);
  }

  async #seenAgain(
    { article: before, fingerprint: known }: Entry,
    blocks: Incoming['blocks'],
    article: Article,
    print: Fingerprint,
  ): Promise<Ingested> {
    const sources = united(sourcesOf(before), sourcesOf(article));
    const isChanged = print.hash !== known.hash && print.words >= known.words * SHORTEST_CORRECTION;
    // A file that somebody else wrote is theirs to correct, and the text at a copy's address is not ours.
    if (
      !isChanged ||
      !isOurs(before) ||
      !isOwnAddress(before, article) ||
      isOlderEdition(article, print.hash, before)
    ) {
      return this.#credited({ article: before, fingerprint: known }, sources);
    }
    const { published, added, copies, revision } = before;
    const corrected: Article = {
      ...article,
      published: published ?? article.published,
      added,
      updated: article.updated ?? this.#now().toISOString(),
      ...(copies ? { copies } : {}),
      ...noteOf(sources),
      revision: {
        dated: editionDate(article),
        before: [...(revision?.before ?? []), known.hash].slice(-MOST_EDITIONS),
      },
    };
    return this.#write('corrected', before.file, corrected, print, blocks);
  }

  /** Records another place where an article was published. Returns null if the article's file is gone. */
  async #copied({ article: first, fingerprint: print }: Entry, article: Article): Promise<Ingested | null> {
    const copy: Copy = { publisher: article.publisher, url: article.url };
    const copies = first.copies ?? [];
    const isNoted = copy.url === null && isNamed(first, copy.publisher);
    if (!isOurs(first) || isNoted || copies.length >= MOST_COPIES) {
      return this.#credited({ article: first, fingerprint: print }, sourcesOf(article));
    }
    const body = await this.#bodyOf(first);
    if (body === null) return null;
    const noted: Article = {
      ...first,
      copies: [...copies, copy],
      ...noteOf(united(sourcesOf(first), sourcesOf(article))),
    };
    await this.#save(noted, print, body);
    return { ...outcome(isNamed(first, copy.publisher) ? 'known' : 'copy', noted), isWritten: true };
  }

  /** Notes further sources of an article that is known. One in a file that is not ours is shared anyway. */
  async #credited({ article, fingerprint }: Entry, sources: readonly string[]): Promise<Ingested> {
    const all = united(sourcesOf(article), sources);
    if (!isOurs(article) || all.length === sourcesOf(article).length) return outcome('known', article);
    const body = await this.#bodyOf(article);
    if (body === null) return outcome('known', article);
    const noted: Article = { ...article, ...noteOf(all) };
    await this.#save(noted, fingerprint, body);
    return { ...outcome('known', noted), isWritten: true };
  }

  /** The text of an article's file as it came in; null if the file is gone. */
  async #bodyOf({ file }: Article): Promise<string | null> {
    const content = await readArticleBytes(this.#folder, file).then(String, () => null);
    return content === null ? null : splitFrontMatter(content, file).body;
  }

  async #write(
    kind: Ingested['kind'],
    file: string,
    article: Article,
    print: Fingerprint,
    blocks: Incoming['blocks'],
  ): Promise<Ingested> {
    const named: Article = { ...article, id: articleId(file), file };
    await this.#save(named, print, articleBody(blocks));
    return outcome(kind, named);
  }

  async #save(article: Article, print: Fingerprint, body: string): Promise<void> {
    const content = articleFile(metadataOf(article), print.hash, body);
    await writeWhole(join(this.#folder, article.file), [content]).catch((error: unknown) => {
      throw notWritten(this.#folder, error);
    });
    this.#known.put(article, print);
  }
}

/** Picks the fields that front matter holds; the rest of an article comes from its text. */
function metadataOf(article: Article): Metadata {
  const { title, publisher, url, published, added, authors, updated, copies, revision, sources } = article;
  return {
    title,
    publisher,
    url,
    published,
    added,
    ...(authors ? { authors } : {}),
    ...(updated ? { updated } : {}),
    ...(copies ? { copies } : {}),
    ...(revision ? { revision } : {}),
    ...noteOf(sources ?? []),
  };
}

/** What an article notes of its source keys. Without a note, it is shared. */
function noteOf(sources: readonly string[]): Pick<Article, 'sources'> {
  return sources.some((source) => source !== SHARED) ? { sources } : {};
}

function outcome(kind: Ingested['kind'], article: Article): Ingested {
  return { kind, isWritten: kind !== 'known', article, label: articleLabel(article) };
}

/** Identifies an article without an address: by its text, and by who brought it. */
function textKey({ sources }: Article, { hash }: Fingerprint): string {
  return sources === undefined || sources.includes(SHARED) ? hash : [hash, ...sources].join(' ');
}

/** Whether we wrote the file: its name is then one that `articlePath` makes. */
function isOurs({ file }: Article): boolean {
  return /^\d{4}-\d{2}\/[a-z0-9-]+-[0-9a-f]{10}\.md$/.test(file);
}

function isOwnAddress({ url }: Article, other: Article): boolean {
  return url !== null && other.url !== null && addressKey(url) === addressKey(other.url);
}

function isNamed({ publisher, copies = [] }: Article, name: string | null): boolean {
  return name === null || [publisher, ...copies.map((copy) => copy.publisher)].includes(name);
}

/**
 * Returns the day on which an old article is added, without a time, as a digest selects late arrivals by
 * their time. An article without any date is in no digest at all.
 */
function dayAdded(published: string | null, now: string): string | null {
  return published === null ? null : now.slice(0, 10);
}
