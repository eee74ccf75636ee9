import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { decode } from '../../articles/encoding/decode.js';
import { UserError } from '../../user-error.js';
import { webAddress } from '../../web-address.js';

/** One feed of a reader's list. */
export interface Subscription {
  readonly title: string | null;
  readonly url: string;
}

/** What was read of a list. */
export interface SubscriptionList {
  /** Each address once, in the order of the list. */
  readonly subscriptions: readonly Subscription[];
  /** How many entries named a feed that the list has already. */
  readonly duplicates: number;
  /** How many entries have an address that is none. */
  readonly unusable: number;
}

/** The largest list that is read, in bytes: ten thousand feeds. */
export const LARGEST_LIST = 2 * 1024 * 1024;
/** How deep folders may lie within each other. Readers have one level. */
const DEEPEST = 32;

type Outline = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>[number];

/**
 * Reads a list of feeds as feed readers export it, OPML in any encoding. The folders of the list do not matter here.
 * @param name what it is called, for the error
 * @throws UserError `opml-large`, `opml-unreadable`, `opml-empty`
 */
export function readOpml({
  body,
  name,
}: {
  readonly body: Uint8Array;
  readonly name: string;
}): SubscriptionList {
  if (body.byteLength > LARGEST_LIST) {
    throw new UserError('opml-large', `${name} is too large: ${LARGEST_LIST / 1024 / 1024} MB at most.`);
  }
  const seen = new Map<string, Subscription>();
  let [duplicates, unusable] = [0, 0];
  for (const { title, text, xmlUrl } of outlinesOf(parsed(body, name))) {
    if (xmlUrl === undefined) continue;
    const url = webAddress(xmlUrl.trim())?.href;
    if (url === undefined) unusable += 1;
    else if (seen.has(url)) duplicates += 1;
    else seen.set(url, { title: (title ?? text)?.trim() || null, url });
  }
  if (seen.size === 0) {
    throw new UserError(
      'opml-empty',
      `${name} names no feed.`,
      'Export the subscriptions of a feed reader as OPML.',
    );
  }
  return { subscriptions: [...seen.values()], duplicates, unusable };
}

function parsed(body: Uint8Array, name: string): readonly Outline[] {
  try {
    return parseOpml(decode(body, name, { declaring: 'feed' }).text).body?.outlines ?? [];
  } catch (cause) {
    throw new UserError(
      'opml-unreadable',
      `${name} is no list of feeds.`,
      'Export the subscriptions of a feed reader as OPML.',
      { cause },
    );
  }
}

function outlinesOf(outlines: readonly Outline[], depth = 0): Outline[] {
  if (depth > DEEPEST) return [];
  return outlines.flatMap((outline) => [outline, ...outlinesOf(outline.outlines ?? [], depth + 1)]);
}

/** Writes feeds as a list that feed readers import. */
export function writeOpml(subscriptions: readonly Subscription[], title: string, created: Date): string {
  const outlines = subscriptions.map(({ title: name, url }) => ({
    type: 'rss',
    text: name ?? url,
    title: name ?? url,
    xmlUrl: url,
  }));
  const list: Opml.Document<Date> = { head: { title, dateCreated: created }, body: { outlines } };
  return generateOpml(list);
}
