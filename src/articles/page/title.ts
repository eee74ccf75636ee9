import { foldWhiteSpace } from '../block.js';
import { isHidden, isSilent, nameOf, type PageNode, TEXT_NODE, walk } from '../page-node.js';

/** What of a document is needed here. */
interface SearchableDocument {
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

const LONGEST_HEADLINE = 300;
/** The headline on the page is this alike to the title in its head, by the share of the shorter one's words. */
const ALIKE = 0.5;
/** A headline that is alone on its page, and says something else than the head, has so many words at least. */
const HEADLINE_WORDS = 3;
const TITLE_WORDS = 2;
const SEPARATOR = /(?<!\s)\s+(?:[|»«•·–—-]|::)\s+|(?:(?<!\s)\s+)?(?:\||::)\s*/u;
/** A last part like this is the site's address. */
const ADDRESS = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,6}$/iu;
/** Words in the classes of what stands in a headline but above or below it in sense. */
const NO_HEADLINE =
  /kicker|overline|topline|top-?line|roof|dach|spitz|sub-?(?:title|line|head)|eyebrow|pre-?(?:title|head)|surtitle|label|tag\b|meta|date|time|categor|author|byline|prefix|overtitle|antetitulo/i;

/**
 * The title of a page: its headline as readers see it, or else what its head says, without the site's name.
 * @param stated the title that the page's head states
 * @param names names of the site: what it calls itself, its host
 */
export function pageTitle(
  document: SearchableDocument,
  stated: string | null,
  names: readonly (string | null)[],
): string | null {
  const site = names.filter((name) => name !== null);
  const bare = stated === null ? null : withoutSite(stated, site);
  const headlines = headingsOf(document, 'h1').filter(
    (text) => !site.some((name) => lettersOf(text) === lettersOf(name)),
  );
  const [first = null, ...others] = headlines;
  const isAlone = first !== null && others.length === 0;
  if (bare === null) return isAlone ? first : null;
  const [best] = headlines
    .map((text) => ({ text, likeness: likeness(text, bare) }))
    .sort((one, other) => other.likeness - one.likeness);
  if (best && best.likeness >= ALIKE) {
    // A headline that holds the title holds a kicker as well, unless a colon joins them.
    const isJoined = /\p{L}: $/u.test(best.text.slice(0, -bare.length));
    return best.text.endsWith(` ${bare}`) && !isJoined ? bare : best.text;
  }
  // The head may say it in other words, for those who search; a shorter headline names a section.
  return headingInHead(document) ?? (isAlone && wordsOf(first).size >= HEADLINE_WORDS ? first : bare);
}

/** Where the headline is of the second level: one that a title in the head begins or ends with. */
function headingInHead(document: SearchableDocument): string | null {
  const heads = [
    document.querySelector('title')?.textContent ?? '',
    document.querySelector('meta[property="og:title"]')?.getAttribute?.('content') ?? '',
  ].map(lettersOf);
  const stands = (letters: string) =>
    heads.some((head) => head.startsWith(letters) || head.endsWith(letters));
  const found = headingsOf(document, 'h2').find(
    (text) => wordsOf(text).size >= TITLE_WORDS && stands(lettersOf(text)),
  );
  return found ?? null;
}

function headingsOf(document: SearchableDocument, level: string): string[] {
  return Array.from(document.querySelectorAll(level), shownText).filter(
    (text) => text !== '' && text.length <= LONGEST_HEADLINE,
  );
}

/**
 * @example withoutSite("Bridge closed | The Post", ["The Post"]) gives "Bridge closed"
 */
function withoutSite(title: string, names: readonly string[]): string {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  const [first = ''] = parts;
  const isSite = (part: string) => names.some((name) => isNameOf(part, name));
  if (parts.length > 1 && (isSite(last) || ADDRESS.test(last))) {
    return (
      withoutSite(
        title.slice(0, title.lastIndexOf(last)).replace(/(?<![\s|•·–—:-])[\s|•·–—:-]+$/u, ''),
        names,
      ) || title
    );
  }
  if (parts.length > 1 && names.some((name) => lettersOf(first) === lettersOf(name))) {
    return title.slice(title.indexOf(first) + first.length).replace(/^[\s|•·–—:-]+/u, '') || title;
  }
  const [, inBrackets = ''] = /\(([^()]{2,60})\)$/.exec(title) ?? [];
  return inBrackets !== '' && isSite(inBrackets) ? title.slice(0, -inBrackets.length - 2).trim() : title;
}

/** Whether a text is a name of the site: "The Port Gazette", "portgazette.example". */
function isNameOf(text: string, name: string): boolean {
  const [one, other] = [lettersOf(text), lettersOf(name)];
  if (one === '' || other === '') return false;
  return (
    one === other || (one.length >= 4 && other.length >= 4 && (one.includes(other) || other.includes(one)))
  );
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\.[a-z]{2,4}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const fewer = Math.min(a.size, b.size);
  return fewer === 0 ? 0 : [...a].filter((word) => b.has(word)).length / fewer;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function shownText(heading: PageNode): string {
  let text = '';
  walk(heading, (node) => {
    if (node.nodeType === TEXT_NODE) text += node.textContent ?? '';
    if (isSilent(node) || isHidden(node) || (node !== heading && isBeside(node))) return false;
    if (nameOf(node) === 'BR') text += ' ';
    return true;
  });
  return foldWhiteSpace(text);
}

/** Whether an element in a headline is a kicker, a date or the like. */
function isBeside(node: PageNode): boolean {
  return nameOf(node) === 'SMALL' || NO_HEADLINE.test(node.getAttribute?.('class') ?? '');
}
