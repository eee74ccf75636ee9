import type { LineRule } from './rule.js';

/** A caption with its credit is longer than a credit and shorter than most of a story. */
const LONGEST_CAPTION = 700;

const AGENCY =
  '(?:Getty Images|Getty|AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Shutterstock|Bloomberg|Imagn(?: Images)?|USA TODAY(?: Sports| Network| NETWORK)?|Alamy|iStock(?:photo)?|Anadolu(?: Agency)?|Xinhua|Zuma(?: Press)?|NurPhoto|Pool|WireImage|FilmMagic|Redux|Maxar(?: Technologies)?|Adobe Stock|Adobe|NASA|CNN|Tribune News Service)';

/** "Photo: Ahmad al-Rubaye/AFP via Getty Images" at the end, after the caption or alone. */
const LABELLED_CREDIT =
  /(?:^|[.!?)"”’] ?|\s[-–—|] )\(?(?:photos?|photograph|picture|image|illustration|credit|photo credit|image credit|video)(?: by| courtesy(?: of)?)?\s?[:/] ?[^.!?]{2,80}\)?\.?$/i;

/** "(Photo by Rob Carr/Getty Images)", "(AP Photo/Rich Pedroncelli)". */
const BRACKETED_CREDIT =
  /\((?:(?:photo|picture|image|illustration|credit|courtesy)\b[^()]{2,90}|(?:AP|EPA) (?:photo|via)\b[^()]*|[^()]{2,60}\/(?:AP|AFP|Reuters|Getty Images)\b[^()]*)\)/i;

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

function endsInCredit(line: string): boolean {
  // Nearly every line of a story ends in a full stop or a quotation mark, and is none: ask nothing more of it.
  if (
    /[.!?”"]$/.test(line) &&
    !/\b(?:photo|photos|photograph|picture|image|illustration|credit|video)\b/i.test(line.slice(-120))
  )
    return false;
  return [LABELLED_CREDIT, SLASHED_CREDIT, CREDIT_AFTER_SENTENCE, VIA_AGENCY, COPYRIGHT].some((credit) =>
    credit.test(line),
  );
}

/** A credit without a caption. */
export const photoCreditLine: LineRule = {
  reason: 'photo credit',
  holds: (line) =>
    AGENCY_ALONE.test(line) ||
    (line.length <= 90 &&
      /^\(?(?:photos?|picture|image|illustration|photo credit|image credit|credit)(?: by| courtesy of)?\s?[:/]/i.test(
        line,
      ) &&
      endsInCredit(line)),
};

/** A caption that its credit gives away. */
export const captionWithCreditLine: LineRule = {
  reason: 'caption',
  holds: (line) =>
    line.length <= LONGEST_CAPTION &&
    (endsInCredit(line) || (BRACKETED_CREDIT.test(line) && /\)[^.]{0,60}$/.test(line))),
};

/** "Hide Caption 3 of 28", "02:06 - Source: CNN": what picture galleries and video players print. */
export const playerLine: LineRule = {
  reason: 'caption',
  holds: (line) =>
    /\b(?:hide|show|view) caption\b/i.test(line) ||
    /\b\d{1,2}:\d{2}\s*[-–•·]\s*Source:/.test(line) ||
    /^(?:video ad feedback|just watched|now playing|replay video|play video)\b/i.test(line) ||
    /^(?:photos?|slide|image) \d+ (?:of|\/) \d+/i.test(line),
};
