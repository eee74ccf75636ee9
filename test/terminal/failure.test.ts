import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/terminal/failure.js';
import { UserError } from '../../src/user-error.js';

describe('a failure', () => {
  it.each([
    [
      new UserError('usage-no-file', 'No file.', 'Check it.'),
      { status: 2, line: 'No file. Check it.', trace: null },
    ],
    [new UserError('question-long', 'Too long.'), { status: 2, line: 'Too long.', trace: null }],
    [
      new UserError('folder-missing', 'No folder\u001B[2J.'),
      { status: 1, line: 'No folder\uFFFD[2J.', trace: null },
    ],
    [new CommanderError(1, 'commander.unknownOption', 'x'), { status: 2, line: null, trace: null }],
    [new CommanderError(0, 'commander.help', 'x'), { status: 0, line: null, trace: null }],
  ])('%s ends as it should', (error, failure) => {
    expect(failureOf(error)).toEqual(failure);
  });

  it('of ours says so in one line, and keeps where it was', () => {
    const error = new TypeError('x is\nnot a function');
    const { status, line, trace } = failureOf(error);
    expect(status).toBe(1);
    expect(line).toMatch(/^Something went wrong that should not: x is not a function .*LOG_LEVEL=debug/);
    expect(line).not.toContain('\n');
    expect(trace).toContain('failure.test');
    expect(failureOf('thrown text').line).toContain('thrown text');
  });
});
