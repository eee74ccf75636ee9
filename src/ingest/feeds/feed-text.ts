import { decode } from '../../articles/encoding/decode.js';
import { contentType } from '../web/content-type.js';
import type { Resource } from '../web/web.js';

/**
 * Decodes a feed that was fetched, whatever it is written in.
 * @throws UserError when it is not a text
 */
export function feedText({ address, headers, body }: Resource): string {
  const { charset } = contentType(headers);
  return decode(body, address.href, { header: charset, declaring: 'feed' }).text;
}
