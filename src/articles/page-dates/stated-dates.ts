import { foldWhiteSpace } from '../block.js';
import { type Thing, thingsOf } from './json-ld.js';
import type { Page } from './page.js';

const ARTICLE =
  /Article$|^(?:.*\/)?(?:BlogPosting|LiveBlogPosting|Report|Review|Recipe|CreativeWork|SocialMediaPosting)$|Posting$/;
/** Their dates are their own, not those of the page. */
const PART =
  /^(?:Comment|ImageObject|Person|Organization|NewsMediaOrganization|WebSite|BreadcrumbList|ItemList|Offer|Product|Event|Dataset)$/;

/** Names of meta elements, with spaces and separators as they are written most often; the surest first. */
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'shareaholic:article_published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'article:published',
  'published',
  'published_time',
  'published-date',
  'published_date',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'publication-date',
  'publicationdate',
  'pubdate',
  'pub_date',
  'displaydate',
  'article_date_original',
  'originalpublicationdate',
  'release:date',
  'release_date',
  'rnews:datepublished',
  'bt:pubdate',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'datecreated',
  'dc.date.published',
  'dc.date',
  'dcterms.date',
  'dc:date',
  'date',
  'uploaddate',
  'article:post_date',
];

/** In the text, by Microdata or RDFa. */
const PUBLISHED_ITEM = '[itemprop~="datePublished" i], [property="schema:datePublished" i], time[pubdate]';

const UPDATED = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'lastmod',
  'last_updated_date',
  'dcterms.modified',
  'dc.date.modified',
  'article:modified',
];

/** What a page states about its dates, as written, the surest first. */
export interface StatedDates {
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

/** Reads the dates that a page states for programs: in JSON-LD of any type, and in meta elements. */
export function statedDates(document: Page): StatedDates {
  const things = thingsOf(document).filter(({ types }) => !types.some((type) => PART.test(type)));
  const articles = things.filter(({ types }) => types.some((type) => ARTICLE.test(type)));
  const others = things.filter((thing) => !articles.includes(thing));
  const meta = metaElements(document);
  const named = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  return {
    published: [
      ...valuesOf(articles, 'datePublished'),
      ...named(PUBLISHED),
      ...valuesOf(others, 'datePublished'),
      ...onlyValue(document, PUBLISHED_ITEM),
      ...valuesOf(things, 'dateCreated'),
      ...valuesOf(others, 'uploadDate'),
    ],
    updated: [...valuesOf(articles, 'dateModified'), ...named(UPDATED), ...valuesOf(others, 'dateModified')],
  };
}

function valuesOf(things: readonly Thing[], key: string): string[] {
  return things.flatMap(({ fields }) => [fields[key]].flat().filter((value) => typeof value === 'string'));
}

function metaElements(document: Page): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      const content = element.getAttribute('content')?.trim();
      if (name && content) found.set(name, [...(found.get(name) ?? []), content]);
    }
  }
  return found;
}

/** What elements of the text state, if they all state the same: where they do not, they are those of several articles. */
function onlyValue(document: Page, selector: string): string[] {
  const values = [...document.querySelectorAll(selector)].map((element) => {
    const stated = ['content', 'datetime', 'title'].map((name) => element.getAttribute(name)?.trim());
    return stated.find(Boolean) ?? foldWhiteSpace(element.textContent ?? '');
  });
  return new Set(values).size === 1 ? values.slice(0, 1) : [];
}
