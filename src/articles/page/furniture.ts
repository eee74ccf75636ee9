import { isHidden, isInline, isSilent, nameOf, type PageNode } from '../page-node.js';
import type { TextMeasures } from './text-measures.js';

const ELEMENTS = new Set(['NAV', 'ASIDE', 'FOOTER', 'FORM', 'DIALOG', 'MENU']);
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|toolbar|tablist)$/;

/** Words in a class or id that only furniture bears. */
const STRONG =
  /^(?:nav|navi|navigation|navbar|menu|breadcrumbs?|sidebar|related|relatedposts?|recommend(?:ed|ations?)?|recirc(?:ulation)?|share|sharing|sharebar|sharedaddy|addthis|addtoany|social|socials|newsletter|outbrain|taboola|cookies?|consent|gdpr|popup|modal|login|paginat(?:ion|or)|pager|adslot|advert|advertisement|advertising|jp|yarpp|authorbox|skip|noprint)$/;
/** Comments are long, and read like a story. */
const COMMENTS = /^(?:comments?|commentlist|disqus|respond)$/;
/** Words that furniture bears, but also an introduction or a box of facts: these are looked at more closely. */
const WEAK =
  /^(?:teasers?|promo|promotion|subscribe|subscription|signup|meta|postmetadata|tags?|taglist|keywords|topics|widgets?|banner|popular|trending|mostread|ads?|sponsor(?:ed)?|author|bio|byline|toolbar|tools|print|rating|copyright|disclaimer|footer|paywall|more|read|also|links?|carousel|slider|gallery|toc|shop|product|donate|donation|download|infobox|overlay|upnext|next|prev|previous|category|categories|date|time|published|kicker)$/;

const CARD = /^(?:tooltip|popover|rollover|hovercard)$/;

/** A line that is a link and no sentence leads elsewhere. */
const ALL_LINK = 0.8;

/** What is longer, and has hardly a link, is the story, whatever it is called. */
const LONG = 600;
const HARDLY_LINKED = 0.1;

/** Furniture of the second kind is short, or full of links. */
const SHORT = 200;
const MUCH_LINKED = 0.3;

/** A list or box whose text is in links to this share leads elsewhere. */
const LEADS_AWAY = 0.6;

const HEADING = /^H[1-6]$/;
const LINES = new Set(['P', 'LI', 'DIV']);
const BOXES = new Set(['UL', 'OL', 'DIV', 'SECTION', 'TABLE', 'DL', 'ARTICLE']);

/** Whether an element is a part of the page around a story, not of the story: a menu, a box of related links, comments. */
export function isFurniture(node: PageNode, measures: TextMeasures): boolean {
  const name = nameOf(node);
  if (isSilent(node) || isHidden(node) || ELEMENTS.has(name)) return true;
  if (ROLES.test(node.getAttribute?.('role') ?? '')) return true;
  const { text, links } = measures.of(node);
  if (text === 0) return false;
  const density = measures.linkDensity(node);
  if (BOXES.has(name) && density > LEADS_AWAY && (links > 1 || !isSentence(node))) return true;
  if ((HEADING.test(name) || LINES.has(name)) && density > ALL_LINK && !isSentence(node)) return true;
  const words = wordsOf(node);
  // A card that opens over a name; else an element within a sentence belongs to the sentence.
  if (isInline(node)) return links > 1 && words.some((word) => CARD.test(word));
  // An id of a heading is made of its words.
  if (HEADING.test(name)) return false;
  if (words.some((word) => COMMENTS.test(word))) return true;
  if ((text < LONG || density > HARDLY_LINKED) && words.some((word) => STRONG.test(word))) return true;
  return (
    (text < SHORT || density > MUCH_LINKED) &&
    (links > 0 || text < SHORT) &&
    words.some((word) => WEAK.test(word))
  );
}

/** A paragraph of a story may be a link as a whole. */
function isSentence(node: PageNode): boolean {
  return /[.!?…。！？]["”’»)\]]*\s*$/.test(node.textContent ?? '');
}

/** The words of an element's class and id: "relatedPosts most-read" has three… */
function wordsOf(node: PageNode): string[] {
  const names = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`.slice(0, 300);
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
