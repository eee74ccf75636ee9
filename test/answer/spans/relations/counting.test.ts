import { describe, expect, it } from 'vitest';
import { countsHead, countsOther } from '../../../../src/answer/spans/relations/counting.js';
import { spanInScene } from '../spans.js';

describe('a figure', () => {
  const question = 'how many troops are in Iraq';

  it('may count what is asked for', () => {
    const scene = spanInScene(question, 'There are 5,200 U.S. troops in Iraq.', '5,200');
    expect(countsHead(...scene)).toBe(1);
    expect(countsOther(...scene)).toBe(0);
  });

  it('may count something else', () => {
    const scene = spanInScene(question, 'There are 52 targets in Iraq.', '52');
    expect(countsHead(...scene)).toBe(0);
    expect(countsOther(...scene)).toBe(1);
  });

  it('may count nothing, or what no question wants counted', () => {
    expect(countsOther(...spanInScene(question, 'In Iraq there are 52.', '52'))).toBe(0);
    expect(countsOther(...spanInScene('when did it start', 'There are 52 targets.', '52'))).toBe(0);
  });
});
