import { anyOf } from './phrases.js';
import { type LineRule, wordCount } from './rule.js';

const LONGEST_LINK = 250;

/** Labels that only links have. */
const LABEL = anyOf(
  'go deeper|dig deeper|learn more|explore more|see more|see also|also see',
  'read (?:more|also|next|the full (?:story|article|report))|also read|what to read next|further reading',
  'related (?:story|stories|articles?|coverage|content)|more on this|more from [\\p{L} ]{2,30}',
  'watch (?:more|live|now)|must (?:watch|read)|up next|recommended reading',
  "you may (?:also )?(?:like|be interested in)|don[’']t miss|in case you missed it|icymi",
  'most (?:read|popular)|trending(?: now)?|for subscribers',
  '(?:our )?live (?:coverage|updates)|full coverage|from the archives?',
  'click here[\\p{L} ]{0,30}',
);

/** Words that label a link if a colon follows, though a sentence might begin with them. */
const WORD = anyOf('more', 'related', 'watch', 'listen', 'recommended', 'for more');

const ARROWS = '[:|>»›→]';
const LABEL_ALONE = new RegExp(
  `^[[(►▶>»*\\s-]*${anyOf(LABEL, WORD)}[\\s.:!>»›→\\])]*(?:here[.\\])]*)?$`,
  'iu',
);
const LABEL_AND_HEADLINE = new RegExp(`^[[(►▶>»*\\s-]*${LABEL}\\s?${ARROWS}`, 'iu');
const WORD_AND_HEADLINE = new RegExp(`^[[(►▶>»*\\s-]*${WORD}\\s?${ARROWS}`, 'iu');
const WORD_AND_ADDRESS = new RegExp(`^${WORD} [^.:]{0,30}:\\s*https?:`, 'iu');

/** "Go deeper", "Read more: …", "Related: …": a label of links, alone or with the headline it leads to. */
export const linkLine: LineRule = {
  reason: 'link to more',
  holds: (line) =>
    line.length <= LONGEST_LINK &&
    (LABEL_ALONE.test(line) ||
      LABEL_AND_HEADLINE.test(line) ||
      (WORD_AND_HEADLINE.test(line) && (/^\S+:\S/.test(line) || !/\.["”’]?$/.test(line))) ||
      WORD_AND_ADDRESS.test(line)),
};

/** "YOU MAY LIKE:A first in Yellowstone": a label glued to a headline, as links look when their markup is lost. */
export const gluedLinkLine: LineRule = {
  reason: 'link to more',
  holds(line) {
    if (line.length > LONGEST_LINK || wordCount(line) < 4 || /\.["”’]*$/.test(line)) return false;
    const [, label] = /^([\p{Lu}►▶][^:.!]{2,60}):(?=[\p{Lu}‘“'"])/u.exec(line) ?? [];
    // “He said:“Go!”” is a sentence that lost a space.
    return label !== undefined && !/\b(?:said|says|added|asked|told \w+|wrote|tweeted|reads?)$/.test(label);
  },
};
