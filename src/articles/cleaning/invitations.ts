import { anyOf } from './phrases.js';
import type { LineRule } from './rule.js';

const LONGEST_INVITATION = 400;

const TELLS = /\b(?:said|says|told|asks?|asked|according to)\b/i;

/** An address to write to: e-mail, handle, telephone number, or a network's name. */
const ADDRESS = new RegExp(
  anyOf(
    '(?<!\\S)\\S[^\\s@]*@\\S+\\.\\w',
    '(?:^|[\\s(:])@\\s?\\w{2,}',
    '\\(?\\d{3}\\)?[-.\\s]\\d{3}[-.]\\d{4}',
    '\\b\\d{3}-\\d{4}\\b',
    '\\b(?:twitter|facebook|instagram|linkedin)\\b',
  ),
  'i',
);

/** What every such address has, and few lines. */
const SIGN = /@|\d{3}[-.]\d{4}|twitter|facebook|instagram|linkedin/i;

/** At the start of a sentence, as in "Reach her at …"; "is asked to contact the police at …" is the story. */
const CONTACT = new RegExp(
  `(?:^|[.;:!?–—-]\\s+)(?:you can )?${anyOf('contact', 'reach', 'e-?mail', 'follow', 'tweet', 'send', 'like', 'join', 'find', 'connect with', 'write to', 'got a tip')}\\b`,
  'i',
);

/** A book or a film in quotation marks, as the lives of authors name them; what somebody says is a sentence. */
const TITLED = /["“][^"“”.!?]{1,60},?["”]/g;

/** "Contact us at editors@time.com.", "Follow him on Twitter @name.", "Jane Doe can be reached at …". */
export const contactLine: LineRule = {
  reason: 'contact line',
  holds: (line) =>
    line.length <= LONGEST_INVITATION &&
    SIGN.test(line) &&
    ADDRESS.test(line) &&
    !/["“”]/.test(line.replace(TITLED, '')) &&
    !TELLS.test(line) &&
    (CONTACT.test(line.replace(TITLED, '')) ||
      /^\S+@\S+\.\w{2,}$/.test(line) ||
      /\b(?:can|may) be (?:reached|contacted|e-?mailed|found) (?:at|on|via|by)\b/i.test(line) ||
      /^(?:twitter|facebook|instagram|e-?mail|phone)\s?:/i.test(line)),
};

/** Where a sentence begins, and with it what it asks of the reader: "families can sign up today" is the story. */
const START = '(?:^|[.?!:;,|–—-]\\s*)(?:please |and |click here to |tap here to |want more\\? )?';

/** Phrases that only an outlet uses, about its own newsletters, apps and subscriptions. */
const PROMOTION = new RegExp(
  anyOf(
    `${START}sign up(?:!| (?:here|now|today|for (?:our|the|text|free|[\\w ]{0,20}newsletters?|[\\w’']+[’']s)|to (?:get|receive|our)|right here))`,
    `${START}subscribe(?:!| (?:here|now|today|for|or|to (?:our|the|[\\w’' ]{2,40}(?:newsletter|channel|podcast|on youtube))))|${START}by subscribing`,
    `${START}(?:get|buy|try|start|take) [^.?!]{0,40}\\bdigital subscription|\\b(?:your|our) digital subscription`,
    `${START}(?:submit|send us) your (?:letter|photo|picture|video|comment|stor)`,
    '\\b(?:straight|right|directly) to your (?:phone|inbox) (?:with|by|via)\\b',
    '\\bdelivered (?:straight |right |directly |daily )?(?:to|through) your (?:inbox|phone|letterbox|door)|\\bin your inbox every\\b',
    "\\bour (?:[\\w’'-]+ ){0,3}newsletters?\\b",
    `${START}(?:get|receive|read|start|stay|keep|catch) [^.?!]{0,60}\\b(?:free|weekly|daily|the [\\w’' ]{2,30}) newsletter`,
    `${START}support (?:local |independent |our |quality )*journalism|\\bsupporting our journalism`,
    `${START}download (?:our|the [\\w. ]{0,20}) ?(?:mobile )?app\\b`,
    `${START}(?:follow|like|join) (?:us on|our)\\b`,
    '^(?:a|an \\w+|parts? of this) (?:version|(?:story|article|column)) (?:of this (?:story|article|column) )?(?:first |originally )?appear(?:s|ed)\\b',
  ),
  'i',
);

/** "Sign up for our newsletter", "Support local journalism", "Follow us on Facebook". */
export const promotionLine: LineRule = {
  reason: 'boilerplate',
  marks: [
    'sign up',
    'subscrib',
    'digital subscription',
    'submit your',
    'send us your',
    'to your ',
    'through your ',
    'your inbox',
    'newsletter',
    'journalism',
    'download ',
    'us on',
    'follow our',
    'like our',
    'join our',
    'appear',
  ],
  holds: (line) =>
    line.length <= LONGEST_INVITATION && PROMOTION.test(line) && !/["“”]/.test(line) && !TELLS.test(line),
};
