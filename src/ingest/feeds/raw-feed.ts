import { parseFeed } from 'feedsmith';

/** The fields that all formats have, under different names. The first of several that can be used counts. */
export interface RawItem {
  readonly id: string | undefined;
  readonly title: RawText | undefined;
  readonly links: readonly (string | undefined)[];
  /** What a relative address starts from, outermost first. */
  readonly bases: readonly (string | undefined)[];
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly texts: readonly (RawText | undefined)[];
}

export interface RawText {
  readonly value: string | undefined;
  /** Plain text, in which "<b>" is three characters. */
  readonly isPlain: boolean;
}

export interface RawFeed {
  readonly title: RawText | undefined;
  readonly language?: string | undefined;
  readonly ttl?: number | undefined;
  readonly sy?: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined;
  readonly skipHours?: readonly number[] | undefined;
  readonly skipDays?: readonly string[] | undefined;
  readonly items: readonly RawItem[];
}

const parsedFeed = (text: string) => parseFeed(text);

type Parsed = ReturnType<typeof parsedFeed>;
type Item<Format extends string> = Extract<Parsed, { format: Format }>['feed'] extends {
  items?: (infer Each)[];
}
  ? Each
  : never;
type Rss = Item<'rss'>;
type Rdf = Item<'rdf'>;
type Json = Item<'json'>;
type AtomFeed = Extract<Parsed, { format: 'atom' }>['feed'];
type Atom = NonNullable<AtomFeed['entries']>[number];

/** @throws when it is no feed */
export function parseRawFeed(text: string): RawFeed {
  const parsed = parsedFeed(text);
  switch (parsed.format) {
    case 'rss': {
      const { title, language, ttl, sy, items = [], xml } = parsed.feed;
      return {
        title: html(title),
        language,
        ttl,
        sy,
        skipHours: valuesIn(text, SKIP_HOURS).map(Number).filter(Number.isInteger),
        skipDays: valuesIn(text, SKIP_DAYS),
        items: items.map((item) => rssItem(item, xml?.base)),
      };
    }
    case 'atom': {
      const { title, sy, entries = [], xml } = parsed.feed;
      return {
        title: atomText(title),
        language: xml?.lang,
        sy,
        items: entries.map((entry) => atomItem(entry, xml?.base)),
      };
    }
    case 'rdf': {
      const { title, sy, dc, items = [] } = parsed.feed;
      return { title: html(title), language: dc?.languages?.[0], sy, items: items.map(rdfItem) };
    }
    case 'json': {
      const { title, language, items = [] } = parsed.feed;
      return { title: html(title), language, items: items.map(jsonItem) };
    }
  }
}

// The parser gives lists of several hours or days, but nothing where there is only one.
const SKIP_HOURS = /<skipHours>([\s\S]{0,1500}?)<\/skipHours>/i;
const SKIP_DAYS = /<skipDays>([\s\S]{0,1500}?)<\/skipDays>/i;

/** The texts of the elements in the first that a pattern finds. */
function valuesIn(text: string, list: RegExp): string[] {
  const [, inside = ''] = list.exec(text) ?? [];
  return [...inside.matchAll(/<(?:hour|day)>\s*([\p{L}\d]{1,20})\s*</giu)].map(([, value = '']) => value);
}

function rssItem(item: Rss, base: string | undefined): RawItem {
  const guid = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  return {
    id: item.guid?.value,
    title: html(item.title),
    links: [item.link, ...alternates(item.atom?.links), guid],
    bases: [base, item.xml?.base],
    published: [
      item.pubDate,
      ...(item.dc?.dates ?? []),
      ...(item.dcterms?.issued ?? []),
      ...(item.dcterms?.created ?? []),
      ...(item.dcterms?.dates ?? []),
      item.atom?.published,
      item.atom?.updated,
    ],
    updated: [item.atom?.updated, ...(item.dcterms?.modified ?? [])],
    authors: item.dc?.creators ?? [],
    texts: [html(item.content?.encoded), html(item.description), ...mediaTexts(item.media)],
  };
}

function atomItem(entry: Atom, base: string | undefined): RawItem {
  return {
    id: entry.id,
    title: atomText(entry.title),
    links: alternates(entry.links),
    bases: [base, entry.xml?.base],
    published: [
      entry.published,
      ...(entry.dcterms?.issued ?? []),
      ...(entry.dc?.dates ?? []),
      ...(entry.dcterms?.created ?? []),
      entry.updated,
    ],
    updated: [entry.updated, ...(entry.dcterms?.modified ?? [])],
    authors: entry.authors?.map(({ name }) => name) ?? [],
    texts: [atomText(entry.content), atomText(entry.summary), ...mediaTexts(entry.media)],
  };
}

function rdfItem(item: Rdf): RawItem {
  return {
    id: item.rdf?.about,
    title: html(item.title),
    links: [item.link, ...alternates(item.atom?.links), item.rdf?.about],
    bases: [],
    published: [...(item.dc?.dates ?? []), ...(item.dcterms?.issued ?? []), ...(item.dcterms?.created ?? [])],
    updated: item.dcterms?.modified ?? [],
    authors: item.dc?.creators ?? [],
    texts: [html(item.content?.encoded), html(item.description), ...mediaTexts(item.media)],
  };
}

function jsonItem(item: Json): RawItem {
  return {
    id: item.id,
    title: html(item.title),
    links: [item.url, item.external_url],
    bases: [],
    published: [item.date_published],
    updated: [item.date_modified],
    authors: item.authors?.map(({ name }) => name) ?? [],
    texts: [html(item.content_html), plain(item.content_text), plain(item.summary)],
  };
}

function html(value: string | undefined): RawText {
  return { value, isPlain: false };
}

function plain(value: string | undefined): RawText {
  return { value, isPlain: true };
}

/** Many leave the type out and write HTML all the same; only who says "text" means it. */
function atomText(text: { value?: string; type?: string } | undefined): RawText {
  return { value: text?.value, isPlain: text?.type === 'text' };
}

/** Links to the article itself; those to a page come first. */
function alternates(
  links: readonly { rel?: string; href?: string; type?: string }[] | undefined,
): (string | undefined)[] {
  return (links ?? [])
    .filter(({ rel }) => rel === undefined || rel === 'alternate')
    .sort((one, other) => Number(isPage(other.type)) - Number(isPage(one.type)))
    .map(({ href }) => href);
}

function isPage(type: string | undefined): boolean {
  return type === undefined || /html/i.test(type);
}

interface MediaText {
  readonly description?: { readonly value?: string; readonly type?: string };
}

function mediaTexts(
  media:
    | (MediaText & { readonly groups?: readonly MediaText[]; readonly contents?: readonly MediaText[] })
    | undefined,
): RawText[] {
  return [media ?? {}, ...(media?.groups ?? []), ...(media?.contents ?? [])].flatMap(({ description }) =>
    description === undefined ? [] : [{ value: description.value, isPlain: description.type !== 'html' }],
  );
}
