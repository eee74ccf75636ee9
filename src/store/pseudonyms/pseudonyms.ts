import { createHmac } from 'node:crypto';

/** Makes what the database stores instead of a Discord id that would lead to a person. */
export type PseudonymOf = (kind: 'voter' | 'asker' | 'message', ...ids: readonly string[]) => string;

/**
 * Makes pseudonyms with a secret key. Equal ids give equal pseudonyms, so that they are recognised, but
 * nobody can tell whose they are without the key. A plain hash would not do: there are few enough ids to try
 * them all.
 */
export function pseudonyms(key: string): PseudonymOf {
  return (kind, ...ids) =>
    createHmac('sha256', key)
      .update([kind, ...ids].join(' '))
      .digest('base64url');
}
