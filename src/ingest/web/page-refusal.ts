import type { Paragraph } from '../../articles/article.js';
import type { PageFacts } from '../../articles/page/page-facts.js';

/** A text this long stands for itself: what else is on the page does not matter. Like all lengths here in characters, see `weight`. */
const WHOLE_ARTICLE = 1_500;
/** A shorter text may be the first lines of an article, with the rest behind a wall. */
const OPENING = 600;
/** A wall has hardly more to read on the whole page. */
const WALL = 2_500;
/** A shorter text is no article. */
const SHORTEST_ARTICLE = 120;
/** A shorter one may be only a part of it. */
const SHORT_ARTICLE = 300;

/** If more than this share of a page's text is in links, the links may be its content. */
const LISTING = 0.5;
const TEASERS = 8;
/** A list has less running text than this. */
const RUNNING_TEXT = 800;
/** Among many links, a story is at least so long, has hardly a link itself, and is such a share of what is to be read. */
const SHORTEST_AMONG_LINKS = 200;
const HARDLY_LINKED = LISTING / 3;
const SHARE_OF_PAGE = 0.1;

const PAYWALL =
  /subscribe (?:now )?to (?:continue|read|keep|unlock)|(?:for|to) subscribers only|(?:sign|log) ?in to (?:continue|read)|(?:create|register for) (?:a|your) free account to|to continue reading|become a member to (?:continue|read)|unlock this (?:article|story)|this (?:article|content|story) is (?:reserved|only available|available only) (?:for|to) |(?:subscribe|register|sign up) to read (?:this|the (?:full|whole|rest))/i;
const CONSENT =
  /we (?:and our (?:\d+ )?partners )?(?:value|respect|care about) your privacy|accept (?:all )?cookies|consent to the use of cookies|before you continue|uses? cookies to/i;
const ROBOT_CHECK =
  /enable javascript|are you a robot|not a robot|verify (?:that )?you are (?:a )?human|checking your browser|unusual traffic|access denied|complete the captcha/i;

/** What to think of a page that may hold an article. */
export interface Verdict {
  /** Why it is not an article that can be archived; null if it is one. */
  readonly refusal: string | null;
  /** What is doubtful about it, without a full stop. */
  readonly doubt: string | null;
}

/**
 * Judges a page by what a reader sees on it. When in doubt it is taken, and the doubt is said.
 * @param paragraphs the text that was found on it
 */
export function judgePage(facts: PageFacts, paragraphs: readonly Paragraph[]): Verdict {
  const text = paragraphs.filter(({ kind }) => kind !== 'heading').map((paragraph) => paragraph.text);
  const length = weight(text.join(' '));
  const refusal = refusalOf(facts, text, length);
  return { refusal, doubt: refusal === null ? doubtOf(facts, text, length) : null };
}

function refusalOf(facts: PageFacts, text: readonly string[], length: number): string | null {
  if (length >= WHOLE_ARTICLE && facts.isArticle) return null;
  const { visibleText } = facts;
  if (length < OPENING && (facts.isFree === false || PAYWALL.test(visibleText))) {
    return 'only the beginning can be read without a subscription';
  }
  const isWall = length < OPENING && weight(visibleText) < WALL && !facts.isArticle;
  if (isWall && ROBOT_CHECK.test(visibleText)) return 'the site wants to be sure that a person reads it';
  if ((isWall && CONSENT.test(visibleText)) || (!facts.isArticle && isAboutCookies(text.join(' ')))) {
    return 'it asks to accept cookies before it shows anything';
  }
  if (listing(facts, text) === 'list') return 'it is a list of articles, not an article';
  return length < SHORTEST_ARTICLE ? 'no article was found on it' : null;
}

function doubtOf(facts: PageFacts, text: readonly string[], length: number): string | null {
  if (length < WHOLE_ARTICLE && (facts.isFree === false || PAYWALL.test(facts.visibleText))) {
    return 'the rest may need a subscription';
  }
  if (length < SHORT_ARTICLE) return 'its text is very short';
  return listing(facts, text) === 'perhaps' ? 'it may be a list of articles' : null;
}

/** The small print of a wall can be long: every other sentence is about cookies. */
function isAboutCookies(text: string): boolean {
  const mentions = text.match(/\bcookies?\b/gi)?.length ?? 0;
  return mentions > Math.max(5, text.length / 150);
}

/** Whether a page leads to articles instead of being one. */
function listing(facts: PageFacts, text: readonly string[]): 'list' | 'perhaps' | null {
  const { isArticle, linkDensity, storyLinkDensity, teasers, visibleText } = facts;
  const running = text.filter((paragraph) => /[.!?…。！？]["”’»)\]]*$/.test(paragraph));
  if (isArticle || weight(running.join(' ')) >= RUNNING_TEXT) return null;
  if (teasers >= TEASERS && linkDensity > LISTING / 3) return 'list';
  if (linkDensity <= LISTING) return null;
  const length = weight(text.join(' '));
  const isStory =
    length >= SHORTEST_AMONG_LINKS &&
    storyLinkDensity < HARDLY_LINKED &&
    length >= SHARE_OF_PAGE * weight(visibleText);
  return isStory ? 'perhaps' : 'list';
}

/** A character of Chinese, Japanese or Korean says as much as three others. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** How much there is to read in a text, in characters. */
function weight(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}
