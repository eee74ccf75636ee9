import { endsAsSentence, type LineRule, wordCount } from './rule.js';

const LONGEST_NOTICE = 400;

/** "Advertisement", "Story continues below advertisement". */
export const advertisementLine: LineRule = {
  reason: 'advertisement',
  holds: (line) =>
    /^(?:[-–—\s]*)(?:advertisements?|advertising|ad|sponsored(?: content)?|promoted|skip (?:ad|advertisement)|story continues(?: below)?|article continues(?: below)?|continue reading(?: the main story)?)(?:[\s:.–—-]+(?:story|article) continues(?: below)?)?(?: (?:this )?(?:ad|advertisement))?[\s.–—-]*$/i.test(
      line,
    ),
};

const LINK_LABEL =
  /^[[(►▶>»*-]*\s*(?:go deeper|read more|read also|also read|read next|what to read next|read the full (?:story|article|report)|more|more on this|related|related (?:story|stories|articles?|coverage|content)|see also|see more|also see|watch|watch more|watch live|watch now|must watch|must read|listen|recommended|recommended reading|you may (?:also )?(?:like|be interested in)|up next|don[’']t miss|further reading|most read|most popular|trending|trending now|for subscribers|in case you missed it|icymi|dig deeper|learn more|for more|explore more|our live coverage|live updates|full coverage|from the archives?|more from [\p{L} ]{2,30}|click here[\p{L} ]{0,30})/iu;

/** "Go deeper", "Read more: …", "Related: …": a label of links, alone or with the headline it leads to. */
export const linkLine: LineRule = {
  reason: 'link to more',
  holds(line) {
    if (line.length > 250) return false;
    const [label] = LINK_LABEL.exec(line) ?? [];
    if (label === undefined) return false;
    const rest = line.slice(label.length);
    return (
      /^[\s.:!>»›→\])]*(?:here[.\])]*)?$/i.test(rest) ||
      /^(?:[^.:]{0,30})?\s?[:|>»›→](?=\s*https?:)/.test(rest) ||
      /^\s?[:|>»›→]/.test(rest)
    );
  },
};

/** "YOU MAY LIKE:A first in Yellowstone": a label glued to a headline, as links look when their markup is lost. */
export const gluedLinkLine: LineRule = {
  reason: 'link to more',
  holds: (line) =>
    line.length <= 220 &&
    wordCount(line) >= 4 &&
    /^[\p{Lu}►▶][^:.!]{2,60}:(?=[\p{Lu}‘“'"])/u.test(line) &&
    !/\.["”’]*$/.test(line),
};

const ADDRESS =
  /\S@\S+\.\w|(?:^|[\s(:])@\s?\w{2,}|\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}|\b\d{3}-\d{4}\b|\b(?:twitter|facebook|instagram|linkedin)\b/i;

/** "Contact us at editors@time.com.", "Follow him on Twitter @name.", "Jane Doe can be reached at …". */
export const contactLine: LineRule = {
  reason: 'contact line',
  holds: (line) =>
    line.length <= LONGEST_NOTICE &&
    ADDRESS.test(line) &&
    !/["“”]/.test(line) &&
    (/^\S+@\S+\.\w{2,}$/.test(line) ||
      /(?:^|[.;:!?–—-]\s+)(?:you can )?(?:contact|reach|e-?mail|follow|tweet|send|like|join|find|connect with|write to|got a tip)\b(?!ing)/i.test(
        line,
      ) ||
      /\b(?:can|may) be (?:reached|contacted|emailed|found) (?:at|on|via|by)\b/i.test(line) ||
      /^(?:twitter|facebook|instagram|e-?mail|phone)\s?:/i.test(line)),
};

const PROMOTED =
  /\b(?:newsletters?|inbox|subscri(?:be|ber|bers|ption|ptions|bing)|sign up|(?:mobile |free |our |the )app\b|alerts?|podcast|ad-free|e-newspaper|daily briefing|facebook|instagram|twitter|tiktok|flipboard|membership|journalism)\b/i;
const INVITATION =
  /(?:^|[.?!:;,►►)(]\s*|\b(?:to|can|and|please|also)\s)(?:please )?(?:sign up|subscribe|get|join|follow|download|click|tap|check out|become|support|consider (?:supporting|subscribing)|like|listen|hit play|stay|keep up|never miss|thank you for|want|need|have|help)\b/i;
const PROMOTION_ITSELF =
  /\bsign up (?:here|now|today|for (?:our|the|cnn|usa)|to get|right here|for free|!)|\bsubscribe (?:here|now|today|or|to (?:our|the))|delivered (?:straight |right )?to your (?:inbox|phone)|(?:our|free|weekly|daily) (?:[\w’' ]{0,25})newsletter|support (?:local )?journalism|by subscribing|with the [\w’' ]{2,30} newsletter|supporting our journalism|digital subscription|(?:version|part) of this (?:story|article|column) (?:first )?appear(?:s|ed)|download (?:our|the [\w. ]{0,20}) ?(?:mobile )?app|follow us on|like us on|join us on|join our/i;

/** Invitations to newsletters, apps, subscriptions and networks. */
export const promotionLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) =>
    line.length <= LONGEST_NOTICE &&
    PROMOTED.test(line) &&
    PROMOTION_ITSELF.test(line) &&
    (INVITATION.test(line) || /^(?:a version|part) of this/i.test(line)) &&
    !/\b(?:said|says|told|according to)\b/i.test(line),
};

const NOTICES: readonly RegExp[] = [
  // Who else worked on it.
  /^\(?(?:contributing|contributors?|contributed)(?: to this (?:report|story))?\s?[:–—-]/i,
  /^[^"“]{3,250}\bcontributed (?:reporting )?to this (?:report|story|article|file|column)\b[^"“]*\.?$/i,
  /^\((?:additional )?(?:reporting|writing|editing|compiled) by [^)]*\)?$/i,
  /^(?:reporting|additional reporting|writing|editing) by \p{Lu}[^.]*(?:; ?(?:editing|writing|additional reporting) by [^.]*)\.?$/iu,
  // Standards, rights, corrections of the page.
  /^our standards\s?:/i,
  /^(?:©|\(c\)|copyright\b[\s©]*)\s?\d{4}\b/i,
  /\ball rights reserved\.?(?:\s|$)(?!.*\b(?:said|says)\b)/i,
  /^this (?:material|content) may not be (?:published|reproduced|copied)/i,
  /^(?:this|the) (?:story|article|post|report|page|file|live blog) (?:has been|was|will be|is being) (?:\w+ )?(?:updated|corrected|published|posted)\b[^"“]{0,200}$/i,
  /^(?:this|it) is an? (?:developing|breaking)(?: news)? story\b[^"“]{0,160}$/i,
  /^(?:this|the) (?:story|article) (?:first |originally )?(?:appeared|was (?:first |originally )?published) (?:on|in|by|at)\b[^"“]{0,160}$/i,
  /^the-cnn-wire\b/i,
  /^(?:prices were accurate at the time|[—–-]? ?recommendations are independently chosen|purchases you make through our links|we may (?:earn|receive) (?:a )?commission)/i,
];

/** "Editor’s note: Jane Doe is a professor at …": about the author or the page, and as long as it likes. */
export const editorsNoteLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => /^\(?(?:editor|author|writer|publisher)[’']?s[’']? note\s?[:.–—-]/i.test(line),
};

/** What an outlet prints under any story. */
export const noticeLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => line.length <= LONGEST_NOTICE && NOTICES.some((notice) => notice.test(line)),
};

/** Buttons of the page: "Share", "Print", "Leave a comment". */
export const buttonLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) =>
    /^(?:share(?: (?:this|on|via|to)\b.{0,40})?|print|save|tweet|copy link|link copied!?|comments?|\d+ comments?|leave a comment|post a comment|view comments|show (?:more|less)|load more|back to top|log in|sign in|register|menu|search|close|skip to (?:main )?content|loading\.*|see all topics|filed under:.{0,80}|tags?:.{0,120}|topics?:.{0,120}|facebook|twitter|email|whatsapp|linkedin|reddit|pinterest|cookie (?:policy|settings)|privacy policy|terms of (?:use|service)|accept(?: all)?(?: cookies)?)$/i.test(
      line,
    ),
};

/** Dividers: "___", "* * *". */
export const dividerLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => !/[\p{L}\p{N}]/u.test(line) && !endsAsSentence(line),
};
