import type { Resource } from './web.js';

/** What was fetched, as plain data that can be sent to another thread. */
export interface SentResource {
  readonly address: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** What is needed of a resource to read it. */
export type ReadableResource = Pick<Resource, 'address' | 'body'> & {
  readonly headers: { get(name: string): string | null };
};

/** Makes plain data of a resource. Of its headers only the content type is kept. */
export function toSend({ address, headers, body }: ReadableResource): SentResource {
  return { address: address.href, contentType: headers.get('content-type'), body };
}

/** Restores in the other thread what `toSend` made. */
export function received({ address, contentType, body }: SentResource): ReadableResource {
  const get = (name: string): string | null => (name.toLowerCase() === 'content-type' ? contentType : null);
  return { address: new URL(address), headers: { get }, body };
}
