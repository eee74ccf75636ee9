import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, isCopy } from '../../src/ingest/fingerprint.js';
import { OTHER_REPORT, REPORT } from './fixtures.js';

const report = REPORT.join('\n');

function areCopies(one: string, other: string): boolean {
  return isCopy(fingerprint(one), fingerprint(other));
}

describe('a copy', () => {
  it.each([
    ['with other marks, case and spaces', report.toUpperCase().replaceAll(',', ' –')],
    ['cut at its end', REPORT.slice(0, 3).join('\n')],
    ['with a word changed', report.replace('feared', 'worried')],
    ['with a line added', `${report}\nThis report was produced by a news agency.`],
  ])('is a text %s', (_, text) => {
    expect(areCopies(report, text)).toBe(true);
    expect(areCopies(text, report)).toBe(true);
  });

  it.each([
    ['on something else', OTHER_REPORT.join('\n')],
    ['with other figures', report.replace('12,000', '11,500').replace('24', '31')],
    ['of which it is a small part', `${report}\n${OTHER_REPORT.join('\n')}\n${OTHER_REPORT.join(' Also: ')}`],
    ['of few words', 'The bridge was closed.'],
  ])('is no text %s', (_, text) => {
    expect(areCopies(report, text)).toBe(false);
  });

  it('is judged alike from both sides', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 80 }), fc.lorem({ maxCount: 80 }), (one, other) => {
        expect(areCopies(one, other)).toBe(areCopies(other, one));
        expect(areCopies(one, one)).toBe(true);
      }),
    );
  });
});
