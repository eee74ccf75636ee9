import { currencyOf } from '../../text/numbers/currencies.js';
import { canonicalFigure } from './figures.js';
import { type AnswerTypeModule, quantitiesOf, SURE, UNLIKELY, wordsOf } from './value-span.js';

/** "How much is it in euros?" */
const IN_CURRENCY = /\bin (?<currency>\p{L}[\p{L}. ]{2,24}?)\W*$/u;

/** "How much did it cost?" */
export const money: AnswerTypeModule = {
  type: 'money',
  wanted: 'an amount of money',
  spans: (sentence, { text }) => {
    const asked = currencyOf(IN_CURRENCY.exec(text)?.groups?.currency ?? '');
    return quantitiesOf(sentence, { money: SURE, percent: UNLIKELY, count: UNLIKELY }).map((span) => {
      const isOther = asked !== '' && currencyOf(wordsOf(sentence, span)) !== asked;
      return isOther ? { ...span, fit: UNLIKELY } : span;
    });
  },
  canonical: (span, { sentence }) => canonicalFigure(sentence, span, currencyOf(wordsOf(sentence, span))),
};
