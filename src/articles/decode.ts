import { UserError } from '../user-error.js';

/** The names of byte order marks and the encodings that they announce. */
const BYTE_ORDER_MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Text may hold a stray control character; more than one in this many characters means it is not text. */
const CHARACTERS_PER_CONTROL = 500;

/**
 * Decodes a file by its byte order mark, or else by the given encoding. It does not guess: a wrong guess
 * would quote words that nobody wrote.
 * @throws UserError when the bytes are not text in that encoding
 */
export function decode(bytes: Uint8Array, file: string, encoding = 'utf-8'): string {
  const marked = BYTE_ORDER_MARKS.find((mark) =>
    mark.bytes.every((byte, position) => bytes[position] === byte),
  );
  const name = marked?.encoding ?? encoding;
  if (!marked && bytes.includes(0)) throw binary(file);
  const text = decodeAs(name, bytes, file);
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (text.includes('\0') || controls > 1 + text.length / CHARACTERS_PER_CONTROL) throw binary(file);
  return text;
}

function decodeAs(encoding: string, bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message =
      cause instanceof RangeError
        ? `${file} says it is written in "${encoding}", an encoding that is not known.`
        : `${file} is not written in ${encoding.toUpperCase()}.`;
    throw new UserError('article-encoding', message, 'Save it as UTF-8.', { cause });
  }
}

function binary(file: string): UserError {
  return new UserError(
    'article-binary',
    `${file} is not a text.`,
    'Save the article as plain text, Markdown or HTML.',
  );
}
