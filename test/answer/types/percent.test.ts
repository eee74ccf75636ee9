import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf } from './spans.js';

describe('a percentage', () => {
  it.each([
    ['In all 40 men or 3 percent voted.', '3 percent'],
    ['In all 40 men or 3% voted.', '3%'],
    ['In all 40 men or nearly 3 per cent voted.', 'nearly 3 per cent'],
    ['He bought 40 shares, a 9.2-percent stake.', '9.2-percent'],
    ['It rose 40 times by three percentage points.', 'three percentage points'],
  ])('is a figure that says so: %s', (sentence, words) => {
    expect(bestIn('percent', sentence)).toEqual([words]);
  });

  it('may be a bare number', () => {
    expect(fitOf('percent', 'The rate is 7.5 now.', '7.5')).toBeGreaterThan(0);
  });

  it('is one with another that says the same', () => {
    const forms = [
      '40 percent',
      '40%',
      '40 per cent',
      'forty percent',
      '40.0 percent',
      '40-percent',
      'about 40%',
    ];
    expect(new Set(forms.map((form) => canonicalIn('percent', form))).size).toBe(1);
  });

  it('is another where its bound or its number is another', () => {
    const forms = ['40%', 'more than 40%', 'less than 40%', '4.0%'];
    expect(new Set(forms.map((form) => canonicalIn('percent', form))).size).toBe(forms.length);
  });
});
