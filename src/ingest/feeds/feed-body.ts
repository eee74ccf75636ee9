import { TextStream } from '../../articles/encoding/text-stream.js';
import { contentType } from '../web/content-type.js';
import type { ReadableResource } from '../web/sent-resource.js';
import { type BodyReader, tooLarge } from '../web/web.js';
import { FeedCutter } from './cut-feed.js';
import { beginsLikeXmlFeed } from './feed-kind.js';
import { MOST_ITEMS } from './newest-items.js';
import { unreadableFeed } from './unreadable-feed.js';

/** What is not XML (a JSON Feed, a page that names its feed) is kept whole, so less of it is read, in bytes. */
const MOST_WHOLE = 5 * 1024 * 1024;

type FeedHead = Pick<ReadableResource, 'address' | 'headers'>;

/**
 * Takes a feed while it comes: finds what it is written in, and cuts it down to its newest items. What is no XML feed
 * is kept as it is.
 */
export class FeedText implements BodyReader<string> {
  readonly #text: TextStream;
  #bytes = 0;
  /** Null until it shows whether it is an XML feed. */
  #kept: FeedCutter | WholeText | null = null;

  constructor(private readonly head: FeedHead) {
    const { charset } = contentType(head.headers);
    this.#text = new TextStream(head.address.href, { header: charset, declaring: 'feed' });
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.byteLength;
    this.#keep(this.#text.push(chunk));
  }

  /** @throws UserError when it is not a text, or passes a limit */
  end(): string {
    this.#keep(this.#text.end());
    return this.#kept?.end() ?? '';
  }

  #keep(text: string): void {
    if (text === '') return;
    const { address } = this.head;
    this.#kept ??= beginsLikeXmlFeed(text) ? new FeedCutter(MOST_ITEMS) : new WholeText();
    if (this.#kept instanceof WholeText && this.#bytes > MOST_WHOLE) throw tooLarge(address, MOST_WHOLE);
    try {
      this.#kept.push(text);
    } catch (error) {
      throw unreadableFeed(address, error);
    }
  }
}

class WholeText {
  readonly #parts: string[] = [];

  push(text: string): void {
    this.#parts.push(text);
  }

  end(): string {
    return this.#parts.join('');
  }
}

/** A feed that was fetched, as plain data that can be sent to another thread. */
export interface SentFeed {
  readonly address: string;
  readonly contentType: string | null;
  readonly text: string;
}

/** Makes plain data of a feed. */
export function feedToSend({ address, headers, body }: FeedHead & { readonly body: string }): SentFeed {
  return { address: address.href, contentType: headers.get('content-type'), text: body };
}
