import { anyOf } from './phrases.js';
import { endsAsSentence, type LineRule } from './rule.js';

const ADVERTISEMENT = new RegExp(
  `^${anyOf('advertisements?', 'adverts?', 'advertising', 'ad', 'sponsored(?: content)?', 'promoted', 'skip (?:ad|advertisement)')}?` +
    `[\\s:.–—-]*${anyOf('(?:story|article) continues(?: below)?', 'continue reading(?: the main story)?')}?` +
    '(?: (?:this )?(?:ad|advertisement))?[\\s.–—-]*$',
  'i',
);

/** "Advertisement", "Story continues below advertisement". */
export const advertisementLine: LineRule = {
  reason: 'advertisement',
  holds: (line) => line.length <= 100 && /\p{L}/u.test(line) && ADVERTISEMENT.test(line),
};

const BUTTON = new RegExp(
  `^${anyOf(
    'share(?: (?:this|on|via|to)\\b[^.!?]{0,40})?',
    'print|save|tweet|menu|search|close|register|loading\\.*',
    'copy link|link copied!?|show (?:more|less)|load more|back to top|log in|sign in|skip to (?:main )?content',
    '(?:\\d+ |view (?:all )?)?comments?(?: ?\\(\\d+\\)|: ?\\d+| \\d+)?|(?:leave|post) a (?:comment|reply)',
    'listen to (?:this|the) (?:article|story)(?: (?:now|here))?(?:[ (]+\\d+ min(?:ute)?s?\\)?)?|listen(?: now| \\d+ min(?:ute)?s?)',
    'this slideshow requires javascript\\.?|your browser does not support .{3,80}|please enable javascript.{0,80}',
    '(?:tags?|topics?|filed under):.{0,120}|see all topics',
    '\\[/?[a-z_]+(?: [a-z]+=.{0,200})?\\](?:.{0,80}\\[/[a-z_]+\\])?',
    'facebook|twitter|email|whatsapp|linkedin|reddit|pinterest',
    '(?:cookie|privacy) (?:policy|settings)|terms of (?:use|service)|accept(?: all)?(?: cookies)?',
  )}$`,
  'i',
);

/** Buttons and menus of the page: "Share", "Print", "Leave a comment". */
export const buttonLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => BUTTON.test(line),
};

/** Dividers: "___", "* * *". */
export const dividerLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => !/[\p{L}\p{N}]/u.test(line) && !endsAsSentence(line),
};
