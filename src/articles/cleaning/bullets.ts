import { matchedLength, type OpeningRule } from './rule.js';

/** "• Mahdi noted …", "► Health officials …". A dash counts only before a space and a capital: "– Turkey sent …". */
const BULLET = /^(?:[•‣▪▫◦●○■□►▶▸➤➢✔✓♦◆→»]+\s*|\*\s+|[-–]\s+(?=["“‘']?\p{Lu}))/u;

export const bulletOpening: OpeningRule = {
  reason: 'bullet',
  length(line) {
    const length = matchedLength(BULLET, line);
    return length < line.length ? length : 0;
  },
};
