import { describe, expect, it } from 'vitest';
import { setReport, table } from '../../bench/report.js';

describe('the report', () => {
  it('pads columns, the first to the left', () => {
    expect(
      table([
        ['', 'one'],
        ['MRR', '.5'],
      ]),
    ).toBe('       one\n  MRR   .5');
  });

  it('puts engines side by side, leaves out what an engine does not have, and compares times', () => {
    const text = setReport(
      {
        set: 'squad',
        size: '2 questions',
        engines: [
          { engine: 'MiniSearch', figures: { MRR: 0.5 }, time: { median: 10, p95: 20 } },
          { engine: 'Clippings', figures: { MRR: 1, answered: 0.25 }, time: { median: 1, p95: 2 } },
        ],
        failures: [
          { question: 'Who?', wanted: ['He.'], got: ['She.'], verdict: 'right sentence at 2' },
          { question: 'When?', wanted: ['Now.'], got: ['Then.'], verdict: 'right sentence at 3' },
        ],
        notes: [],
      },
      1,
    );
    expect(text).toMatch(/MRR +\.500 +1\n/);
    expect(text).toMatch(/answered +\.250/);
    expect(text).toMatch(/time against MiniSearch +1\.00 +0\.10/);
    expect(text).toContain('✗ Who?  (right sentence at 2)\n    wanted  He.\n    got     She.');
    expect(text).not.toContain('When?');
  });
});
