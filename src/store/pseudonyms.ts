import { createHmac } from 'node:crypto';

/** What stands in the database for something in Discord that would lead to a person. */
export type PseudonymOf = (kind: 'voter' | 'message', ...ids: readonly string[]) => string;

/**
 * Pseudonyms by a secret key: the same for the same ids, so that they are known again, while nobody without the key can
 * tell whose they are. A plain hash would not do: there are few enough ids to try them all.
 */
export function pseudonyms(key: string): PseudonymOf {
  return (kind, ...ids) =>
    createHmac('sha256', key)
      .update([kind, ...ids].join(' '))
      .digest('base64url');
}
