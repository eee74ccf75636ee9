import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
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

  it('is nothing where there is nothing to do', () => {
    expect(written(true, (line) => line.end())).toBe('');
  });
});
