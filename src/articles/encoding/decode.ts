import { getBOMEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { UserError } from '../../user-error.js';
import { type Declaring, declaredEncoding, knownEncoding } from './declared-encoding.js';
import { detectedEncoding, utf8Sequences, utf16WithoutMark } from './detected-encoding.js';

export interface Encoded {
  /** The encoding that the server named, in any spelling; null if it named none. */
  readonly header?: string | null;
  /** What it is, if it may declare its encoding itself. */
  readonly declaring?: Declaring;
}

export interface Decoded {
  readonly text: string;
  /** The name of the encoding in the Encoding Standard, in lower case. */
  readonly encoding: string;
  /** Nothing said what it is written in: the bytes themselves had to tell. */
  readonly isDetected: boolean;
}

/** Text may hold stray control characters; more than one in this many characters means it is not text. */
const CHARACTERS_PER_CONTROL = 500;
/** The same for bytes that are no characters of the encoding. */
const CHARACTERS_PER_BROKEN = 10;

/**
 * Decodes a text as the Encoding Standard has browsers do it: by its byte order mark, the server's header, its own
 * declaration, or else by what its bytes look like. What is no character becomes U+FFFD. Node's own decoder reads
 * windows-1252, which has the curly quotes, as ISO-8859-1 in many versions.
 * @param name of the file or address, for errors
 * @throws UserError when it is not a text
 */
export function decode(bytes: Uint8Array, name: string, encoded: Encoded = {}): Decoded {
  const { encoding, isDetected } = encodingOf(bytes, encoded);
  const check = new TextCheck(name);
  const text = check.checked(new TextDecoder(encoding).decode(bytes));
  check.end();
  return { text, encoding, isDetected };
}

/** Finds what a text is written in. */
export function encodingOf(
  bytes: Uint8Array,
  { header, declaring }: Encoded,
): Pick<Decoded, 'encoding' | 'isDetected'> {
  const stated = [
    () => getBOMEncoding(bytes),
    () => utf16WithoutMark(bytes),
    () => knownEncoding(header),
    () => (declaring ? declaredEncoding(bytes, declaring) : null),
  ];
  for (const statedEncoding of stated) {
    const encoding = statedEncoding();
    if (encoding !== null && !isRefuted(encoding, bytes)) return { encoding, isDetected: false };
  }
  return { encoding: detectedEncoding(bytes), isDetected: true };
}

/**
 * Whether a text is surely not what it says: called UTF-8, but without a single character of UTF-8 beyond ASCII, and
 * with several that are none. One stray byte refutes nothing.
 */
function isRefuted(encoding: string, bytes: Uint8Array): boolean {
  if (encoding !== 'utf-8') return false;
  const { sound, broken } = utf8Sequences(bytes);
  return broken > 1 && sound === 0;
}

/** Control characters that are no white space. */
const CONTROLS = /[^\P{Cc}\s]/gu;

/** Counts what no text has much of. */
export class TextCheck {
  #length = 0;
  #controls = 0;
  #broken = 0;

  /** @param name of the file or address, for the error */
  constructor(private readonly name: string) {}

  /** Counts in a part of the text, and returns it without zeros. */
  checked(decoded: string): string {
    const text = decoded.replaceAll('\0', '\uFFFD');
    this.#length += text.length;
    this.#controls += text.match(CONTROLS)?.length ?? 0;
    this.#broken += text.match(/\uFFFD/g)?.length ?? 0;
    return text;
  }

  /** @throws UserError when all that was counted is not a text */
  end(): void {
    const isText =
      this.#controls <= 1 + this.#length / CHARACTERS_PER_CONTROL &&
      this.#broken <= 1 + this.#length / CHARACTERS_PER_BROKEN;
    if (isText) return;
    throw new UserError(
      'article-binary',
      `${this.name} is not a text.`,
      'Save the article as plain text, Markdown or HTML.',
    );
  }
}
