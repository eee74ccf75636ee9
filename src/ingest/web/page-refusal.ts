import { z } from 'zod';
import { parsePage } from '../../articles/html.js';

type Page = ReturnType<typeof parsePage>;

/** A shorter text may be the beginning of an article, with the rest behind a wall. */
const WHOLE_ARTICLE = 250;
/** A wall has fewer words than this. */
const WALL = 100;
/** A text with fewer words than this is not an article, whatever the page is. */
const FEWEST_WORDS = 40;
/** If more than this share of a page's text is in links, the links are its content. */
const LISTING = 0.5;
const TEASERS = 8;

/**
 * Parsing a page twice is expensive. A long text on a page that says it is an article needs no second look.
 */
const STATES_ARTICLE = /"@type"\s*:\s*\[?\s*"\w*Article"|property=["']article:published_time/i;

const PAYWALL =
  /subscribe (?:now )?to (?:continue|read|keep)|subscribers? only|already a (?:subscriber|member)|(?:sign|log) ?in to (?:continue|read)|(?:create|register for) (?:a|your) free account|to continue reading|become a member to|unlock this (?:article|story)|this (?:article|content) is (?:reserved|available) (?:for|to) /i;
const CONSENT =
  /we (?:and our (?:\d+ )?partners )?(?:value|respect|care about) your privacy|accept (?:all )?cookies|consent to the use of cookies|before you continue|uses? cookies to/i;
const ROBOT_CHECK =
  /enable javascript|are you a robot|not a robot|verify (?:that )?you are human|checking your browser|unusual traffic|access denied|captcha/i;

/**
 * Explains why a page is not an article that can be archived; null if it is one.
 * @param words the number of words of the text that was found on it
 */
export function pageRefusal(html: string, words: number): string | null {
  if (words >= WHOLE_ARTICLE && STATES_ARTICLE.test(html)) return null;
  const document = parsePage(html);
  const facts = statedFacts(document);
  const text = (document.querySelector('body')?.textContent ?? '').replace(/\s+/g, ' ');
  if (words < WHOLE_ARTICLE && (facts.isFree === false || PAYWALL.test(text))) {
    return 'only the beginning can be read without a subscription';
  }
  if (!facts.isArticle) {
    if (words < WALL && ROBOT_CHECK.test(text)) return 'the site wants to be sure that a person reads it';
    if ((words < WALL && CONSENT.test(text)) || isAboutCookies(text, words)) {
      return 'it asks to accept cookies before it shows anything';
    }
    if (isListing(document)) return 'it is a list of articles, not an article';
  }
  return words < FEWEST_WORDS ? 'no article was found on it' : null;
}

/** The small print of a wall can be long. */
function isAboutCookies(text: string, words: number): boolean {
  const mentions = text.match(/\bcookies?\b/gi)?.length ?? 0;
  return mentions > Math.max(5, words / 50);
}

function isListing(document: Page): boolean {
  const root = document.querySelector('main') ?? document.querySelector('body');
  const all = lengthOf(root);
  let linked = 0;
  for (const link of root?.querySelectorAll('a') ?? []) linked += lengthOf(link);
  const share = all === 0 ? 0 : linked / all;
  const teasers = root?.querySelectorAll('h1 a, h2 a, h3 a, h4 a, a h2, a h3, a h4').length ?? 0;
  return share > LISTING || (teasers >= TEASERS && share > LISTING / 3);
}

function lengthOf(node: { readonly textContent: string | null } | null): number {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim().length;
}

const Thing = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).optional(),
  isAccessibleForFree: z.union([z.boolean(), z.string()]).optional(),
});

/** Reads what the page states about itself in JSON-LD and meta elements. */
function statedFacts(document: Page): { isArticle: boolean; isFree: boolean | null } {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    thingsOf(script.textContent ?? ''),
  );
  const types = things.flatMap((thing) => thing['@type'] ?? []);
  const free = things.map((thing) => thing.isAccessibleForFree).find((value) => value !== undefined);
  const openGraph = document.querySelector('meta[property="og:type"]')?.getAttribute('content');
  return {
    isArticle:
      types.some((type) => /Article$|^BlogPosting$|^Report$/.test(type)) ||
      openGraph === 'article' ||
      document.querySelector('meta[property="article:published_time"]') !== null,
    isFree: free === undefined ? null : String(free).toLowerCase() === 'true',
  };
}

function thingsOf(json: string): z.infer<typeof Thing>[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return [];
  }
  const graph = z.object({ '@graph': z.array(z.unknown()) }).safeParse(value);
  const all = graph.success ? graph.data['@graph'] : [value].flat();
  return all.flatMap((each) => Thing.safeParse(each).data ?? []);
}
