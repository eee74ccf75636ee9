import { matchedLength, type OpeningRule } from './rule.js';

/** "• Mahdi noted …", "► Health officials …". */
const GLYPH = /^(?:[•‣▪▫◦●○■□►▶▸➤➢✔✓♦◆→»]+\s*|\*\s+)/u;

/** A dash counts before a capital and words in lower case: "– Turkey sent troops", but not "– Jane Doe". */
const DASH = /^[-–]\s+(?=["“‘']?\p{Lu}.*\s\p{Ll}{2,}\s)/u;

export const bulletOpening: OpeningRule = {
  reason: 'bullet',
  length(line) {
    const length = matchedLength(GLYPH, line) || matchedLength(DASH, line);
    return length < line.length ? length : 0;
  },
};
