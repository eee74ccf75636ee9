import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { writtenTimestamp } from '../text/dates/written-timestamp.js';
import { UserError } from '../user-error.js';
import type { Copy } from './article.js';
import { foldWhiteSpace } from './block.js';
import { type Metadata, NO_METADATA } from './compose.js';

/** A text, and the metadata that was above it. */
export interface WithFrontMatter {
  readonly metadata: Metadata;
  readonly body: string;
}

/**
 * `---`, lines of YAML, `---`, at the very start of a file. Without a key, it is a text between two
 * horizontal rules.
 */
const FRONT_MATTER = /^---[ \t]*\r?\n(?<yaml>(?:[\w-]+[ \t]*:|#)[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
const UNCLOSED = /^---[ \t]*\r?\n[\w-]+[ \t]*:/;

const text = z
  .union([z.string(), z.number()], 'must be a text')
  .transform((value) => foldWhiteSpace(String(value)) || null)
  .nullish();
const MUST_BE_DATE = 'must be a date such as 2020-01-05 or 2020-01-05T18:30:00Z';
/** A date as ISO 8601 writes it, or with its month in words: in 5/1/2020 nobody knows which is the month. */
const DATE = /^\d{4}-\d{2}-\d{2}(?!\d)|^(?=.*\d).*\p{L}{3}/u;
/** A day that does not exist is ignored; the article is none the worse for it. */
const date = z.string(MUST_BE_DATE).regex(DATE, MUST_BE_DATE).transform(writtenTimestamp).nullish();

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .nullish();

const FrontMatter = z.object({
  title: text,
  publisher: text,
  url: webAddress,
  published: date,
  added: date,
  authors: z.array(z.string().transform(foldWhiteSpace), 'must be a list of names').nullish(),
  updated: date,
  copies: z.array(z.object({ publisher: text, url: webAddress }), 'must be a list').nullish(),
  revision: z
    .object({ dated: z.string().nullish(), before: z.array(z.string()) }, 'must be as Clippings wrote it')
    .nullish(),
});

/**
 * Splits the front matter off a text. Without front matter, everything is body. Unknown keys are ignored.
 * @throws UserError when there is front matter that cannot be read
 */
export function splitFrontMatter(source: string, file: string): WithFrontMatter {
  const match = FRONT_MATTER.exec(source);
  if (!match) {
    if (UNCLOSED.test(source)) throw unreadable(file, 'the closing "---" is missing');
    return { metadata: NO_METADATA, body: source };
  }
  const parsed = FrontMatter.safeParse(parseYaml(match.groups?.yaml ?? '', file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw unreadable(
      file,
      issue?.path.length ? `${issue.path.join('.')} ${issue.message}` : 'it is not a list of "key: value"',
    );
  }
  return { metadata: toMetadata(parsed.data), body: source.slice(match[0].length) };
}

function toMetadata(data: z.infer<typeof FrontMatter>): Metadata {
  return {
    title: data.title ?? null,
    publisher: data.publisher ?? null,
    url: data.url ?? null,
    published: data.published ?? null,
    added: data.added ?? null,
    ...(data.authors ? { authors: data.authors } : {}),
    ...(data.updated ? { updated: data.updated } : {}),
    ...(data.copies ? { copies: data.copies.map(toCopy) } : {}),
    ...(data.revision
      ? { revision: { dated: data.revision.dated ?? null, before: data.revision.before } }
      : {}),
  };
}

function toCopy({ publisher, url }: NonNullable<z.infer<typeof FrontMatter>['copies']>[number]): Copy {
  return { publisher: publisher ?? null, url: url ?? null };
}

function parseYaml(yaml: string, file: string): unknown {
  try {
    return parse(yaml) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw unreadable(file, 'it is not YAML', error);
    // Line 1 of the YAML is line 2 of the file.
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw unreadable(
      file,
      `line ${line} is not YAML (${error.code.toLowerCase().replaceAll('_', ' ')})`,
      error,
    );
  }
}

function unreadable(file: string, why: string, cause?: unknown): UserError {
  return new UserError(
    'article-front-matter',
    `The front matter of ${file} cannot be read: ${why}.`,
    'Between two lines of "---" write lines like "title: …"; put a value that holds a colon in quotes.',
    { cause },
  );
}
