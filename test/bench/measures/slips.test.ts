import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSlip } from '../../../bench/measures/slips.js';

describe('a slip of the pen', () => {
  it('changes one longer word in lower case, not at its first letter', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const slip = withSlip('how many troops are in Iraq', seed);
        expect([null, 'troops']).toContain(slip?.meant ?? null);
        if (slip === null) return;
        expect(slip.typed).not.toBe('troops');
        expect(slip.typed.startsWith('t')).toBe(true);
        expect(slip.question).toBe(`how many ${slip.typed} are in Iraq`);
      }),
    );
  });

  it('is the same for the same seed', () => {
    expect(withSlip('who attended the funeral', 7)).toEqual(withSlip('who attended the funeral', 7));
  });

  it('needs a longer word', () => {
    expect(withSlip('who is he', 1)).toBeNull();
  });
});
