import { TextDecoder } from '@exodus/bytes/encoding.js';
import { type Encoded, encodingOf, TextCheck } from './decode.js';

/** Bytes from which the encoding is found. */
const HEAD = 64 * 1024;

type Decoder = InstanceType<typeof TextDecoder>;

/** Decodes a text while it comes, as `decode` does a whole one: what it is written in shows in its first 64 KB. */
export class TextStream {
  readonly #check: TextCheck;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #decoder: Decoder | null = null;

  /** @param name of the address, for errors */
  constructor(
    name: string,
    private readonly encoded: Encoded,
  ) {
    this.#check = new TextCheck(name);
  }

  /** Returns the text that is sure by now: none until the head is there. A character may come in two parts. */
  push(bytes: Uint8Array): string {
    if (this.#decoder !== null) return this.#decoded(this.#decoder, bytes);
    this.#head.push(bytes);
    this.#headBytes += bytes.byteLength;
    return this.#headBytes < HEAD ? '' : this.#decoded(this.#begun(), Buffer.concat(this.#head));
  }

  /**
   * Returns the rest.
   * @throws UserError when all that came is not a text
   */
  end(): string {
    const rest =
      this.#decoder === null
        ? this.#check.checked(this.#begun().decode(Buffer.concat(this.#head)))
        : this.#check.checked(this.#decoder.decode());
    this.#check.end();
    return rest;
  }

  #begun(): Decoder {
    const head = Buffer.concat(this.#head).subarray(0, HEAD);
    this.#decoder = new TextDecoder(encodingOf(head, this.encoded).encoding);
    return this.#decoder;
  }

  #decoded(decoder: Decoder, bytes: Uint8Array): string {
    this.#head = [];
    return this.#check.checked(decoder.decode(bytes, { stream: true }));
  }
}
