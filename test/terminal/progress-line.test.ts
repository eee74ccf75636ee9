import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { ProgressLine } from '../../src/terminal/progress-line.js';

function written(isTTY: boolean, act: (line: ProgressLine) => void): string {
  const output = Object.assign(new PassThrough(), { isTTY });
  act(new ProgressLine(output));
  return String(output.read() ?? '');
}

function work(line: ProgressLine): void {
  for (const done of [1, 2, 3]) line.show({ work: 'Building the index', done, total: 3 });
  line.note('Left out bad.txt:\u001B[2J it is empty.');
  line.end();
}

const REWRITE = '\u001B[1G\u001B[2K';

describe('the progress line', () => {
  it('is written over on a terminal, and gone at the end', () => {
    const steps = [1, 2, 3].map((done) => `${REWRITE}Building the index: ${done} of 3`);
    const notice = `${REWRITE}Left out bad.txt:\uFFFD[2J it is empty.\n`;
    expect(written(true, work)).toBe(steps.join('') + notice);
  });

  it('is one plain line elsewhere', () => {
    expect(written(false, work)).toBe(
      'Building the index (3 in all)\nLeft out bad.txt:\uFFFD[2J it is empty.\n',
    );
  });

  it('says how long it will take, once it can tell', () => {
    let now = 0;
    const output = new PassThrough();
    const line = new ProgressLine(output, () => now);
    for (const done of [0, 10, 20, 30, 40]) {
      line.show({ work: 'Building the index', done, total: 40 });
      now += 15_000;
    }
    expect(String(output.read())).toBe(
      'Building the index (40 in all)\nBuilding the index: 10 of 40, about 45 seconds left\n' +
        'Building the index: 20 of 40, about 30 seconds left\nBuilding the index: 30 of 40, about 15 seconds left\n',
    );
  });

  it('moves on a terminal though nothing is done for a while, and stands still at the end', () => {
    vi.useFakeTimers();
    const output = Object.assign(new PassThrough(), { isTTY: true });
    const line = new ProgressLine(output, () => Date.now());
    line.show({ work: 'Building the index', done: 1, total: 3 });
    vi.advanceTimersByTime(5_000);
    expect(String(output.read())).toMatch(/1 of 3, about 8 seconds left.*1 of 3, about 10 seconds left$/s);
    line.end();
    output.read();
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    expect(output.read()).toBeNull();
  });

  it('is nothing where there is nothing to do', () => {
    expect(written(true, (line) => line.end())).toBe('');
  });
});
