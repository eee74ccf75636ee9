import path from 'node:path';
import { isomorphicDecode } from '@exodus/bytes/encoding.js';
import { UserError } from '../user-error.js';

interface Format {
  /** With its article: "a PDF". */
  readonly name: string;
  readonly endings: readonly string[];
  /** What its first characters look like, each byte as the character of that number. */
  readonly signature: RegExp;
  /** What is in them wherever the signature is, and found sooner. */
  readonly mark?: RegExp;
  readonly hint: string;
}

const AS_TEXT = 'Copy the text of the article into a .txt or .md file.';
const AS_PAGE = 'Save the page as HTML.';

/** Formats in which people keep articles, but which are not read. */
const FORMATS: readonly Format[] = [
  { name: 'a PDF', endings: ['.pdf'], signature: /^[\s\S]{0,1000}?%PDF-\d/, hint: AS_TEXT },
  { name: 'an RTF document', endings: ['.rtf'], signature: /^\s*\{\\rtf\d/, hint: AS_TEXT },
  {
    name: 'a page saved with its pictures in one file (MHTML)',
    endings: ['.mht', '.mhtml'],
    mark: /MIME-Version:/i,
    signature:
      /^(?=[\s\S]{0,4000}?^MIME-Version:)(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*multipart\/related/im,
    hint: AS_PAGE,
  },
  {
    name: 'an e-mail',
    endings: ['.eml', '.msg', '.mbox'],
    // Lines of a mail's header from the first on, among them one that only mail programs write.
    signature:
      /^(?:From .*\r?\n)?(?=(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,80}?(?:From|Subject):)(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,80}?(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):/i,
    hint: AS_TEXT,
  },
  {
    name: 'a Word, OpenDocument or ZIP file',
    endings: ['.docx', '.doc', '.odt', '.epub', '.zip', '.pages'],
    signature: /^(?:PK\p{Cc}\p{Cc}|\xD0\xCF\p{Cc}\xE0)/u,
    hint: AS_TEXT,
  },
  { name: 'a web archive', endings: ['.webarchive'], signature: /^bplist\d\d/, hint: AS_PAGE },
  {
    name: 'a picture',
    endings: ['.png', '.jpg', '.jpeg', '.gif', '.webp'],
    signature: /^(?:\x89PNG|\xFF\xD8\xFF|GIF8[79]a|RIFF[\s\S]{4}WEBP)/,
    hint: AS_TEXT,
  },
  {
    name: 'a compressed file',
    endings: ['.gz', '.bz2', '.xz', '.7z'],
    signature: /^(?:\p{Cc}\x8B|BZh\d|7z\xBC\xAF)/u,
    hint: 'Unpack it.',
  },
  {
    name: 'a feed',
    endings: ['.rss', '.atom'],
    signature:
      /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,500}-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/,
    hint: 'Add the address of the feed with: npx clippings feeds add',
  },
];

/** Bytes that are looked at. */
const HEAD = 8 * 1024;

/**
 * Refuses a file that holds its article in a format that is not read: by its content, or by the ending of its name.
 * @throws UserError `article-kind` that says what it is
 */
export function refuseOtherFormats(file: string, bytes: Uint8Array): void {
  const ending = path.posix.extname(file).toLowerCase();
  const format = formatOf(bytes) ?? FORMATS.find(({ endings }) => endings.includes(ending));
  if (format !== undefined) throw refusal(file, format);
}

/** Does the same for what came from a web address, whose ending says little. */
export function refuseOtherContent(address: string, bytes: Uint8Array): void {
  const format = formatOf(bytes);
  if (format !== undefined) throw refusal(address, format);
}

function formatOf(bytes: Uint8Array): Format | undefined {
  const head = isomorphicDecode(bytes.subarray(0, HEAD));
  return FORMATS.find(({ mark, signature }) => mark?.test(head) !== false && signature.test(head));
}

function refusal(name: string, format: Format): UserError {
  return new UserError('article-kind', `${name} is ${format.name}, which is not read.`, format.hint);
}
