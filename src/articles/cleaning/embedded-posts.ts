import type { LineRule } from './rule.js';

const DATE = String.raw`(?:[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4})`;

/** "— Mustafa Salim (@Mustafa_salimb) January 5, 2020" */
const SIGNATURE = new RegExp(`(?:[—–]|--) ?[^()]{1,60}\\(@\\w{1,30}\\),? ${DATE}$`, 'u');
const SIGNATURE_ALONE = new RegExp(`^${SIGNATURE.source}`, 'u');

/** A social media post: its author's words, not the outlet's. */
export const embeddedPostLine: LineRule = {
  reason: 'embedded post',
  marks: ['(@', 'view '],
  holds: (line) =>
    SIGNATURE.test(line) ||
    /^a post shared by .+\(@[\w.]+\)/i.test(line) ||
    /^view (?:this )?(?:post|tweet|more) on (?:instagram|twitter|facebook|x|tiktok|threads)/i.test(line),
};

/** A signature on a line of its own: the line before it is the post. */
export function isSignatureAlone(line: string): boolean {
  return SIGNATURE_ALONE.test(line);
}
