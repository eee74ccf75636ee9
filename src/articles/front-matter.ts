import { z } from 'zod';
import { writtenTimestamp } from '../text/dates/written-timestamp.js';
import { UserError } from '../user-error.js';
import type { Copy } from './article.js';
import { foldWhiteSpace } from './block.js';
import { type Metadata, NO_METADATA } from './compose.js';
import { lineOfKey, parseFrontMatter } from './front-matter-yaml.js';

/** A text, and the metadata that was above it. */
export interface WithFrontMatter {
  readonly metadata: Metadata;
  readonly body: string;
  /** What was written above it but is not used, for whoever wrote it; sentences that name the line. */
  readonly notes: readonly string[];
}

/**
 * `---`, lines of YAML, `---`, at the very start of a file. Without a key, it is a text between two
 * horizontal rules.
 */
const FRONT_MATTER = /^---[ \t]*\r?\n(?<yaml>(?:[\w-]+[ \t]*:|#)[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
/** Longer front matter is none, in characters: with a hundred copies and as many corrections it has 20,000. */
const LONGEST = 64 * 1024;
/** So many keys that are not used are told. */
const MOST_NOTES = 5;
const UNCLOSED = /^---[ \t]*\r?\n[\w-]+[ \t]*:/;

/** Other programs' names for our keys. */
const SAME_KEYS: ReadonlyMap<string, string> = new Map([
  ['date', 'published'],
  ['datepublished', 'published'],
  ['pubdate', 'published'],
  ['author', 'authors'],
  ['lastmod', 'updated'],
  ['modified', 'updated'],
  ['last_modified_at', 'updated'],
  ['link', 'url'],
  ['canonical_url', 'url'],
]);

const text = z
  .union([z.string(), z.number(), z.boolean()], 'must be a text')
  .transform((value) => foldWhiteSpace(String(value)) || null)
  .nullish();
const MUST_BE_DATE = 'must be a date such as 2020-01-05 or 2020-01-05T18:30:00Z';
/** A date as ISO 8601 writes it, or with its month in words: in 5/1/2020 nobody knows which is the month. */
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|^(?=.*\d).*\p{L}{3}/u;
const date = z.string(MUST_BE_DATE).regex(DATE, MUST_BE_DATE).nullish();

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .nullish();

const names = z
  .union([z.string().transform((name) => [name]), z.array(z.string())], 'must be a list of names')
  .transform((list) => list.map(foldWhiteSpace))
  .nullish();

const FrontMatter = z.object({
  title: text,
  publisher: text,
  url: webAddress,
  published: date,
  added: date,
  authors: names,
  updated: date,
  copies: z.array(z.object({ publisher: text, url: webAddress }), 'must be a list').nullish(),
  revision: z
    .object({ dated: z.string().nullish(), before: z.array(z.string()) }, 'must be as Clippings wrote it')
    .nullish(),
  /** The hash of the text, in files that we wrote. */
  sha: z.unknown().optional(),
  /** In files that we wrote. Others may mean anything by it. */
  sources: z.array(z.string()).optional().catch(undefined),
});

/**
 * Splits the front matter off a text. Without front matter, everything is body. Keys that are not known, and days
 * that do not exist, are ignored: the article is none the worse for them.
 * @throws UserError when there is front matter that cannot be read
 */
export function splitFrontMatter(source: string, file: string): WithFrontMatter {
  const match = FRONT_MATTER.exec(source);
  if (!match) {
    if (UNCLOSED.test(source)) throw unreadable(file, 'the closing "---" is missing');
    return { metadata: NO_METADATA, body: source, notes: [] };
  }
  const yaml = match.groups?.yaml ?? '';
  if (yaml.length > LONGEST) throw unreadable(file, `it is longer than ${LONGEST} characters`);
  const written = parseFrontMatter(yaml, (why, cause) => unreadable(file, why, cause));
  const { known, ignored } = byOurKeys(written);
  const parsed = FrontMatter.safeParse(known);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [key] = issue?.path ?? [];
    const line = key === undefined ? null : lineOfKey(yaml, writtenKey(written, String(key)));
    throw unreadable(
      file,
      `${line === null ? '' : `line ${line}: `}${issue?.path.join('.')} ${issue?.message}`,
    );
  }
  const notes = ignored
    .slice(0, MOST_NOTES)
    .map((key) => `${file}: line ${lineOfKey(yaml, key)} (${key}) is not used.`);
  return {
    metadata: toMetadata(parsed.data, (key, value) =>
      notes.push(
        `${file}: line ${lineOfKey(yaml, writtenKey(written, key))} is not used, as ${value} is no date.`,
      ),
    ),
    body: source.slice(match[0].length),
    notes,
  };
}

/** Names the values by our keys. Of two keys that mean the same, ours counts. */
function byOurKeys(written: Readonly<Record<string, unknown>>): {
  known: Record<string, unknown>;
  ignored: string[];
} {
  const known: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const key of Object.keys(written)) {
    const ours = ourKey(key);
    const isForeign = ours === 'sources' && !('sha' in written);
    if (!Object.hasOwn(FrontMatter.shape, ours) || isForeign || (ours !== key && ours in written))
      ignored.push(key);
    else known[ours] = written[key];
  }
  return { known, ignored };
}

function ourKey(key: string): string {
  const lower = key.toLowerCase();
  return SAME_KEYS.get(lower) ?? lower;
}

function writtenKey(written: Readonly<Record<string, unknown>>, ours: string): string {
  return ours in written ? ours : (Object.keys(written).find((key) => ourKey(key) === ours) ?? ours);
}

function toMetadata(
  data: z.infer<typeof FrontMatter>,
  onIgnored: (key: string, value: string) => void,
): Metadata {
  const dateOf = (key: 'published' | 'added' | 'updated') => {
    const value = data[key];
    const timestamp = value ? writtenTimestamp(value) : null;
    if (value && timestamp === null) onIgnored(key, value);
    return timestamp;
  };
  const updated = dateOf('updated');
  return {
    title: data.title ?? null,
    publisher: data.publisher ?? null,
    url: data.url ?? null,
    published: dateOf('published'),
    added: dateOf('added'),
    ...(data.authors ? { authors: data.authors } : {}),
    ...(updated === null ? {} : { updated }),
    ...(data.copies ? { copies: data.copies.map(toCopy) } : {}),
    ...(data.revision
      ? { revision: { dated: data.revision.dated ?? null, before: data.revision.before } }
      : {}),
    ...(data.sources ? { sources: data.sources } : {}),
  };
}

function toCopy({ publisher, url }: NonNullable<z.infer<typeof FrontMatter>['copies']>[number]): Copy {
  return { publisher: publisher ?? null, url: url ?? null };
}

function unreadable(file: string, why: string, cause?: unknown): UserError {
  return new UserError(
    'article-front-matter',
    `The front matter of ${file} cannot be read: ${why}.`,
    'Between two lines of "---" write lines like "title: …".',
    { cause },
  );
}
