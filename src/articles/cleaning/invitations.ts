import { anyOf } from './phrases.js';
import type { LineRule } from './rule.js';

const LONGEST_INVITATION = 400;

const TELLS = /\b(?:said|says|told|according to)\b/i;

/** An address to write to: e-mail, handle, telephone number, or a network's name. */
const ADDRESS = new RegExp(
  anyOf(
    '\\S@\\S+\\.\\w',
    '(?:^|[\\s(:])@\\s?\\w{2,}',
    '\\(?\\d{3}\\)?[-.\\s]\\d{3}[-.]\\d{4}',
    '\\b\\d{3}-\\d{4}\\b',
    '\\b(?:twitter|facebook|instagram|linkedin)\\b',
  ),
  'i',
);

/** At the start of a sentence, as in "Reach her at …"; "is asked to contact the police at …" is the story. */
const CONTACT = new RegExp(
  `(?:^|[.;:!?–—-]\\s+)(?:you can )?${anyOf('contact', 'reach', 'e-?mail', 'follow', 'tweet', 'send', 'like', 'join', 'find', 'connect with', 'write to', 'got a tip')}\\b`,
  'i',
);

/** "Contact us at editors@time.com.", "Follow him on Twitter @name.", "Jane Doe can be reached at …". */
export const contactLine: LineRule = {
  reason: 'contact line',
  holds: (line) =>
    line.length <= LONGEST_INVITATION &&
    ADDRESS.test(line) &&
    !/["“”]/.test(line) &&
    !TELLS.test(line) &&
    (CONTACT.test(line) ||
      /^\S+@\S+\.\w{2,}$/.test(line) ||
      /\b(?:can|may) be (?:reached|contacted|e-?mailed|found) (?:at|on|via|by)\b/i.test(line) ||
      /^(?:twitter|facebook|instagram|e-?mail|phone)\s?:/i.test(line)),
};

/** Phrases that only an outlet uses, about its own newsletters, apps and subscriptions. */
const PROMOTION = new RegExp(
  anyOf(
    "\\bsign up (?:here|now|today|for (?:our|the)|for [\\w’']+[’']s|for (?:[\\w ]{0,20})newsletters?|to get|right here|for (?:text|free))",
    '\\bsign up!',
    '\\bsubscribe (?:here|now|today|or|to (?:our|the))|\\bby subscribing|\\bdigital subscription',
    '\\bdelivered (?:straight |right |daily )?to your (?:inbox|phone)|\\bin your inbox',
    "\\b(?:our|free|weekly|daily) [\\w’' ]{0,25}newsletter|\\bwith the [\\w’' ]{2,30} newsletter",
    '\\bsupport (?:local )?journalism|\\bsupporting our journalism',
    '(?:^|[.?!:;]\\s*)download (?:our|the [\\w. ]{0,20}) ?(?:mobile )?app\\b',
    '(?:^|[.?!:;]\\s*)(?:follow|like|join) (?:us on|our)\\b',
    '\\b(?:version|part) of this (?:story|article|column) (?:first )?appear(?:s|ed)',
  ),
  'i',
);

/** "Sign up for our newsletter", "Support local journalism", "Follow us on Facebook". */
export const promotionLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => line.length <= LONGEST_INVITATION && PROMOTION.test(line) && !TELLS.test(line),
};
