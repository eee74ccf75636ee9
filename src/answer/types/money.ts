import { canonicalFigure } from './figures.js';
import { type AnswerTypeModule, quantitiesOf, SURE, UNLIKELY, wordsOf } from './value-span.js';

/** Currencies with all the ways in which they are written; a dollar is American unless it says otherwise. */
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['¢', /\bcents?\b/i],
  ['A$', /\bAU?\$|\bAustralian dollars?\b/],
  ['C$', /\bCA?\$|\bCanadian dollars?\b/],
  ['HK$', /\bHK\$|\bHong Kong dollars?\b/],
  ['NZ$', /\bNZ\$|\bNew Zealand dollars?\b/],
  ['S$', /\bSingapore dollars?\b/],
  ['$', /\$|\bdollars?\b|\bUSD\b/i],
  ['€', /€|\beuros?\b|\bEUR\b/i],
  ['£E', /\bEgyptian pounds?\b/],
  ['£L', /\bLebanese pounds?\b/],
  ['£', /£|\bpounds?\b|\bGBP\b/i],
  ['yuan', /\byuan\b/i],
  ['¥', /¥|\byen\b/i],
  ['₹', /₹|\brupees?\b|\bRs\b/i],
  ['franc', /\bfrancs?\b/i],
  ['rouble', /\bro?ubles?\b/i],
  ['peso', /\bpesos?\b/i],
  ['won', /\bwon\b/i],
];

/** "How much did it cost?" */
export const money: AnswerTypeModule = {
  type: 'money',
  wanted: 'an amount of money',
  spans: (sentence) => quantitiesOf(sentence, { money: SURE, percent: UNLIKELY, count: UNLIKELY }),
  canonical: (span, { sentence }) => {
    const words = wordsOf(sentence, span);
    const currency = CURRENCIES.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
    return canonicalFigure(sentence, span, currency);
  },
};
