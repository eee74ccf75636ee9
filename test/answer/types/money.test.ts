import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf } from './spans.js';

describe('an amount of money', () => {
  it.each([
    ['It cost 40 people $3.5 million in 2003.', '$3.5 million'],
    ['It cost more than €5 in all.', 'more than €5'],
    ['He paid 3.50 pounds.', '3.50 pounds'],
    ['He paid US$1.5bn.', 'US$1.5bn'],
    ['He paid $44B for it.', '$44B'],
    ['He paid 5 U.S. dollars.', '5 U.S. dollars'],
    ['He paid 5 million Swiss francs.', '5 million Swiss francs'],
    ['He paid 5 million USD.', '5 million USD'],
    ['He paid ₹500 each.', '₹500'],
    ['He paid Rs 500 each.', 'Rs 500'],
    ['He paid CA$5 each.', 'CA$5'],
    ['He paid half a billion dollars.', 'half a billion dollars'],
    ['It makes $15-an-hour jobs.', '$15'],
  ])('is a figure with its currency: %s', (sentence, words) => {
    expect(bestIn('money', sentence)).toEqual([words]);
  });

  it('is hardly one in another currency than the question asks for', () => {
    const sentence = 'A seat is £41, or €48, at the gate.';
    expect(bestIn('money', sentence, 'how much is a seat in euros?')).toEqual(['€48']);
    expect(bestIn('money', sentence, 'how much is a seat in the stand?')).toEqual(['£41', '€48']);
  });

  it('is hardly a figure without one', () => {
    const sentence = 'It cost 40 people $5, and 3 percent more.';
    expect(fitOf('money', sentence, '40')).toBeLessThan(fitOf('money', sentence, '$5'));
    expect(fitOf('money', sentence, '3 percent')).toBeLessThan(fitOf('money', sentence, '$5'));
  });
});

describe('two amounts of money', () => {
  it.each([
    ['$1.5 million', '$1.5m'],
    ['$1.5 million', '$1,500,000'],
    ['$1.5 million', 'US$1.5 Million'],
    ['$1.5 million', '1.5 million dollars'],
    ['₹2.5 crore', '25 million Indian rupees'],
    ['Rs 8 lakh', 'INR 8,00,000'],
    ['CHF 4 million', '4 million Swiss francs'],
    ['€3 400', '3,400 euros'],
    ['€7,50', '€7.50'],
    ['$2.5 to $3 million', '$2.5-3 million'],
    ['$5', '5 U.S. dollars'],
    ['$5 million', '5 million USD'],
    ['$44B', '$44-billion'],
    ['€5', '5 euros'],
    ['€5', 'EUR 5'],
    ['£3.50', '3.50 pounds'],
    ['¥500', '500 yen'],
    ['₹500', '500 rupees'],
    ['5 rubles', '5 roubles'],
    ['C$5', '5 Canadian dollars'],
    ['C$5', 'CA$5'],
    ['about $20', '$20'],
  ])('are one where they say the same: %s, %s', (left, right) => {
    expect(canonicalIn('money', left)).toBe(canonicalIn('money', right));
  });

  it.each([
    ['$5', '€5'],
    ['$5', 'C$5'],
    ['A$5', 'HK$5'],
    ['$5', '5 cents'],
    ['500 yen', '500 yuan'],
    ['20 francs', '20 pesos'],
    ['20 rubles', '20 won'],
    ['$5', '5 men'],
    ['$5 million', '$5 billion'],
    ['more than $5', '$5'],
  ])('are two where they do not: %s, %s', (left, right) => {
    expect(canonicalIn('money', left)).not.toBe(canonicalIn('money', right));
  });
});
