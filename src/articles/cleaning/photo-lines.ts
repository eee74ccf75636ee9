import { splitSentences } from '../../text/sentences.js';
import { anyOf } from './phrases.js';
import { endsAsSentence, type LineRule, wordCount } from './rule.js';

/** A caption with its credit is longer than a credit and shorter than most of a story. */
const LONGEST_CAPTION = 700;
const LONGEST_CREDIT = 90;
/** Captions with fewer words only name who is in the picture ("Iraqi Prime Minister Mahdi."). */
const TELLING_WORDS = 8;

const AGENCY = anyOf(
  'Getty(?: Images)?|AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|UPI|Xinhua|Bloomberg|NASA|CNN',
  'USA TODAY(?: Sports| Network| NETWORK)?|Tribune News Service|Anadolu(?: Agency)?|Maxar(?: Technologies)?',
  'Shutterstock|Alamy|iStock(?:photo)?|Adobe(?: Stock)?|Imagn(?: Images)?|Zuma(?: Press)?|NurPhoto|WireImage|FilmMagic|Redux|Pool',
);
const PICTURE = '(?:photo(?:graph)?s?|pictures?|images?|illustrations?|videos?)';

/** "Photo: Ahmad al-Rubaye/AFP via Getty Images" at the end, after the caption or alone. */
const CREDIT_LABEL = `\\(?(?:${PICTURE} credit|credit|${PICTURE})(?: by| courtesy(?: of)?)?\\s?[:/]`;
const LABELLED_CREDIT = new RegExp(`(?:^|[.!?)"”’] ?|\\s[-–—|] )${CREDIT_LABEL} ?[^.!?]{2,80}\\)?\\.?$`, 'i');

/** "(Photo by Rob Carr/Getty Images)", "(AP Photo/Rich Pedroncelli)". */
const BRACKETED_CREDIT = new RegExp(
  `\\(${anyOf(
    `${PICTURE} (?:by|courtesy|credit)\\b[^()]*`,
    `(?:${PICTURE}|credit|courtesy)\\s?[:/][^()]*`,
    '(?:AP|EPA) (?:photo|via)\\b[^()]*',
    '[^()]{2,60}/(?:AP|AFP|Reuters|Getty Images)\\b[^()]*',
  )}\\)[^.]{0,60}$`,
  'i',
);

/** "… in Las Vegas. John Locher/AP": a name and an agency with a stroke between, no full stop. */
const SLASHED_CREDIT = new RegExp(`\\S ?/{1,2} ?(?:[\\p{L}]+ ){0,4}?${AGENCY}$`, 'u');

/** The same after a sentence, for any outlet ("Said-Moorhouse/The Post"), and "Courtesy the museum", "Shutterstock". */
const CREDIT_AFTER_SENTENCE = new RegExp(
  `(?:^|[.!?"”’)]\\s)(?:(?:\\p{Lu}[\\p{L}.'’-]*\\s){1,4}?\\p{Lu}[\\p{L}.'’-]+/\\p{Lu}[\\p{L}' ]{1,40}|(?:Photo )?[Cc]ourtesy (?:of )?[^.]{3,60}|${AGENCY})$`,
  'u',
);
const VIA_AGENCY = new RegExp(`\\b(?:via|for) ${AGENCY}$`, 'u');
const COPYRIGHT = /(?:^|\s)©.{2,60}$/;
const AGENCY_ALONE = new RegExp(`^(?:${AGENCY}(?: ?/ ?)?)+$`, 'u');

const CREDIT_ALONE = new RegExp(`^${CREDIT_LABEL} ?(?:[^.!?]|\\b\\p{Lu}\\.){2,80}\\)?\\.?$`, 'iu');
/** What is left of a caption whose picture is gone: "Image caption", "Image copyright Getty Images". */
const CAPTION_LABEL = new RegExp(
  `^(?:(?:${PICTURE}|media) (?:caption|source|copyright|credit)s?\\b[\\s:,]*[^.!?]{0,60}|captions?|figure|${PICTURE} \\d+(?: (?:of|/) \\d+)?)$`,
  'i',
);

/** Ways to write a credit at the end of a line. Few lines have what tells soon that one may be there. */
const CREDITS: readonly { readonly pattern: RegExp; readonly mayEnd: (line: string) => boolean }[] = [
  { pattern: LABELLED_CREDIT, mayEnd: (line) => line.includes(':') || line.includes('/') },
  { pattern: BRACKETED_CREDIT, mayEnd: (line) => line.includes('(') },
  { pattern: SLASHED_CREDIT, mayEnd: (line) => line.includes('/') },
  {
    pattern: CREDIT_AFTER_SENTENCE,
    mayEnd: (line) => !line.endsWith('.') && (!line.endsWith('”') || line.includes('ourtesy')),
  },
  { pattern: VIA_AGENCY, mayEnd: (line) => /[A-Za-z]$/.test(line) },
  { pattern: COPYRIGHT, mayEnd: (line) => line.includes('©') },
];

function endsInCredit(line: string): boolean {
  return CREDITS.some(({ pattern, mayEnd }) => mayEnd(line) && pattern.test(line));
}

/** Returns the whole sentences of a caption, without its credit; null if they say too little to be quoted. */
export function toldByCaption(line: string): string | null {
  if (line.length > LONGEST_CAPTION || playerLine.holds(line, { atTop: false })) return null;
  // A credit's pattern may include the full stop before it.
  const credit = 1 + Math.min(...CREDITS.map(({ pattern }) => pattern.exec(line)?.index ?? line.length));
  const end = splitSentences(line).findLast((sentence) => sentence.end <= credit)?.end ?? 0;
  const told = line.slice(0, end);
  return endsAsSentence(told) && wordCount(told) >= TELLING_WORDS ? told : null;
}

/** A credit without a caption. */
export const photoCreditLine: LineRule = {
  reason: 'photo credit',
  holds: (line) =>
    AGENCY_ALONE.test(line) ||
    (line.length <= LONGEST_CREDIT && (CREDIT_ALONE.test(line) || CAPTION_LABEL.test(line))),
};

/** A caption, recognised by its credit. */
export const captionWithCreditLine: LineRule = {
  reason: 'caption',
  holds: (line) => line.length <= LONGEST_CAPTION && endsInCredit(line),
};

/** "Hide Caption 3 of 28", "02:06 - Source: CNN": what picture galleries and video players print. */
export const playerLine: LineRule = {
  reason: 'caption',
  marks: [' caption', 'source:', 'video', 'just watched', 'now playing', 'photo', 'slide', 'image'],
  holds: (line) =>
    /\b(?:hide|show|view) caption\b/i.test(line) ||
    /\b\d{1,2}:\d{2}\s*[-–•·]\s*Source:/.test(line) ||
    /^(?:video ad feedback|just watched|now playing|replay video|play video)\b/i.test(line) ||
    /^(?:photos?|slide|image) \d+ (?:of|\/) \d+/i.test(line),
};
