import { existsSync } from 'node:fs';
import type { Finding } from '../../finding.js';
import { shownAddress } from '../../shown-address.js';
import { type Feed, listFeeds } from '../../store/feeds.js';
import { openStore, type Store, type StoreAddress } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import { harmless } from '../rendering/harmless.js';
import { checkSecret } from './folders.js';

/** Failures in a row from which on a feed is not just having a bad hour. */
const MANY_FAILURES = 5;

/**
 * Checks the database and what it says of the feeds.
 * @param look is given the open store, for checks that depend on it
 */
export async function checkDatabase(
  address: StoreAddress,
  look: (store: Store) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  const part = 'database';
  const file = /^file:(?:\/\/(?=\/))?([^?]*)/.exec(address.url)?.[1] ?? null;
  if (file !== null && !existsSync(file)) {
    return [{ part, state: 'good', words: `${file} will be made at the first start` }];
  }
  try {
    const store = await openStore(address);
    try {
      const sound = await checkSoundness(store, address.url);
      // What a damaged file holds cannot be read either.
      if (sound.state === 'wrong') return [sound];
      const secret = file === null ? [] : await checkSecret('key', `${file}-key`);
      return [sound, ...secret, ...feedFindings(await listFeeds(store)), ...(await look(store))];
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ part, state: 'wrong', words: error.message, hint: error.hint }];
  }
}

/** Has SQLite look through a file. A server looks after its databases itself. */
async function checkSoundness(store: Store, url: string): Promise<Finding> {
  const part = 'database';
  const shown = shownAddress(url);
  const result = url.startsWith('file:') ? await quickCheck(store) : 'ok';
  if (result === 'ok') return { part, state: 'good', words: shown };
  const hint = 'Stop the bot and put back a copy of the file.';
  return { part, state: 'wrong', words: `${shown} is damaged: ${harmless(result)}`, hint };
}

/** @returns `ok`, or what is wrong */
async function quickCheck(store: Store): Promise<string> {
  try {
    const { rows } = await store.execute('PRAGMA quick_check(1)');
    return String(Object.values(rows[0] ?? {})[0]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function feedFindings(feeds: readonly Feed[]): Finding[] {
  const part = 'feeds';
  if (feeds.length === 0) {
    const hint = 'Follow one: npx clippings feeds add ADDRESS.';
    return [{ part, state: 'note', words: 'none, so no news comes in by itself', hint }];
  }
  const failing = feeds.filter(({ failures }) => failures >= MANY_FAILURES);
  const findings = failing.map(({ url, title, failures, failure }): Finding => {
    const words = harmless(
      `${title ?? url} failed ${failures} times in a row: ${failure ?? 'no reason given'}`,
    );
    return { part, state: 'note', words, hint: `Try it: npx clippings feeds check ${harmless(url)}` };
  });
  const fine = feeds.length - failing.length;
  return [{ part, state: 'good', words: `${fine} of ${feeds.length} can be read` }, ...findings];
}
