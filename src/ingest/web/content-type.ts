import { MIMEType } from 'node:util';
import type { ReadableResource } from './sent-resource.js';

export interface ContentType {
  /** Such as `text/html`, in lower case. */
  readonly essence: string;
  /** The encoding that the server names; null if it names none. */
  readonly charset: string | null;
}

/** Reads what a server says that it sends. Without a header that can be read, it is taken for a page. */
export function contentType(headers: ReadableResource['headers']): ContentType {
  try {
    const { essence, params } = new MIMEType(headers.get('content-type') ?? 'text/html');
    return { essence, charset: params.get('charset') };
  } catch {
    return { essence: 'text/html', charset: null };
  }
}
