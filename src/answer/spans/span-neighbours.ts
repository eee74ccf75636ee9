import type { AnalysedText } from '../analysed-text.js';
import type { Run } from './phrases.js';
import { wordClasses } from './word-classes.js';

const TELLING_BEFORE =
  /^(?:in|at|on|by|for|from|to|of|with|as|because|than|between|during|since|until|before|after|through|into|like|about|over|using|including|that|who|which)$/;
const TELLING_AFTER = /^(?:of|that|who|which|and|or|to|in|by|for|as)$/;
const NAMING = /^(?:called|named|titled|dubbed|known|termed|nicknamed|entitled)$/;
const BEING = /^(?:is|was|are|were|be|been|being|became|become|remains)$/;
const ARTICLE = /^(?:a|an|the)$/;

/** What stands before a span, its article passed over: a telling word itself, a mark, or the class of the word. */
export function wordBefore(text: AnalysedText, { first }: Run): string {
  const from = ARTICLE.test(text.tokens[first - 1]?.word ?? '') ? first - 1 : first;
  const token = text.tokens[from - 1];
  if (!token) return 'start';
  const gap = text.text.slice(token.end, text.tokens[from]?.start);
  if (gap.includes('(')) return 'bracket';
  if (/["“]/.test(gap)) return 'quotation mark';
  if (/[:;—]| [–-] /.test(gap)) return 'colon';
  if (gap.includes(',')) return 'comma';
  if (token.word === 'as' && NAMING.test(text.tokens[from - 2]?.word ?? '')) return 'called';
  if (NAMING.test(token.word)) return 'called';
  if (BEING.test(token.word)) return 'is';
  if (TELLING_BEFORE.test(token.word)) return token.word;
  if (/^[-–]$/.test(gap)) return 'hyphen';
  return wordClasses(text)[from - 1] ?? 'other';
}

/** What stands after a span. */
export function wordAfter(text: AnalysedText, { last }: Run): string {
  const token = text.tokens[last + 1];
  if (!token) return 'end';
  const gap = text.text.slice(text.tokens[last]?.end, token.start);
  if (/[()]/.test(gap)) return gap.includes('(') ? 'bracket' : 'closing bracket';
  if (/["”]/.test(gap)) return 'quotation mark';
  if (/[:;.—]| [–-] /.test(gap)) return 'stop';
  if (gap.includes(',')) return 'comma';
  if (/^['’]s/.test(gap)) return "'s";
  if (BEING.test(token.word)) return 'is';
  if (TELLING_AFTER.test(token.word)) return token.word;
  if (/^[-–]$/.test(gap)) return 'hyphen';
  return wordClasses(text)[last + 1] ?? 'other';
}
