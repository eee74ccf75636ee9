import type { LineRule } from './rule.js';

/** A caption with its credit is longer than a credit and shorter than most of a story. */
const LONGEST_CAPTION = 700;

const AGENCY =
  '(?:Getty Images|Getty|AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Shutterstock|Bloomberg|Imagn(?: Images)?|USA TODAY(?: Sports| Network| NETWORK)?|Alamy|iStock(?:photo)?|Anadolu(?: Agency)?|Xinhua|Zuma(?: Press)?|NurPhoto|Pool|WireImage|FilmMagic|Redux|Maxar(?: Technologies)?|Tribune News Service)';

/** "Photo: Ahmad al-Rubaye/AFP via Getty Images" at the end, after the caption or alone. */
const LABELLED_CREDIT =
  /(?:^|[.!?)"”’] ?|\s[-–—|] )\(?(?:photos?|photograph|picture|image|illustration|credit|photo credit|image credit|video)(?: by| courtesy(?: of)?)?\s?[:/] ?[^.!?]{2,80}\)?\.?$/i;

/** "(Photo by Rob Carr/Getty Images)", "(AP Photo/Rich Pedroncelli)". */
const BRACKETED_CREDIT =
  /\((?:(?:photo|picture|image|illustration|credit|courtesy)\b[^()]{2,90}|(?:AP|EPA) (?:photo|via)\b[^()]*|[^()]{2,60}\/(?:AP|AFP|Reuters|Getty Images)\b[^()]*)\)/i;

/** "… in Las Vegas. John Locher/AP": a name and an agency with a stroke between, no full stop. */
const SLASHED_CREDIT = new RegExp(
  `(?:^|\\s)[^\\s/]+(?: ?/ ?[\\p{L} .-]+)*\\s?/\\s?(?:[\\p{L} ]+ )?${AGENCY}$`,
  'u',
);
const VIA_AGENCY = new RegExp(`\\b(?:via|for) ${AGENCY}$`, 'u');
const AGENCY_ALONE = new RegExp(`^(?:${AGENCY}(?: ?/ ?)?)+$`, 'u');

function endsInCredit(line: string): boolean {
  return (
    LABELLED_CREDIT.test(line) ||
    SLASHED_CREDIT.test(line) ||
    VIA_AGENCY.test(line) ||
    /(?:^|\s)©.{2,60}$/.test(line)
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
