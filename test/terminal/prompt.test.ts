import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { startPrompt } from '../../src/terminal/prompt.js';
import { smallArchive } from './command-run.js';

/** Types at a prompt as a person would: a line at a time, or keys such as Ctrl-C. */
async function typed(keys: string, { isTTY }: { readonly isTTY: boolean }): Promise<string> {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const terminal = Object.assign(output, { isTTY, columns: 80 });
  input.end(keys);
  await startPrompt({
    input: Object.assign(input, { isTTY, setRawMode: () => {} }),
    output: terminal,
    errors,
    openArchive: smallArchive,
  });
  return String(output.read());
}

describe('the prompt on a terminal', () => {
  it('welcomes with what it holds and something to ask', async () => {
    const screen = await typed('quit\n', { isTTY: true });
    expect(screen.replaceAll(/\s+/g, ' ')).toContain('2 articles from 11 March 2024 to 12 March 2024');
    expect(screen).toContain('for example');
  });

  it('answers line after line', async () => {
    const screen = await typed(
      'why was the bridge closed?\n\nhow many drivers use the bridge?\nquit\nhelp\n',
      { isTTY: true },
    );
    expect(screen).toMatch(/found cracks.*12,000/s);
    expect(screen).not.toContain('further quotes');
  });

  it('says what is wrong with a question and goes on', async () => {
    const screen = await typed(`${'x'.repeat(500)}\nhow many drivers use the bridge?\n`, { isTTY: true });
    expect(screen).toMatch(/The question has 500 characters.*12,000/s);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is left with %s', async (_, key) => {
    await expect(typed(`${key}never read\n`, { isTTY: true })).resolves.not.toContain('no answer');
  });
});

describe('the prompt at a pipe', () => {
  it('answers one question a line, in order, each under its question', async () => {
    const text = await typed('how many drivers use the bridge?\n\nwho is Mayor?\n', { isTTY: false });
    expect(text).toMatch(
      /^> how many drivers use the bridge\?\n\n.*12,000.*\n\n> who is Mayor\?\n\n.*Ines Calder/s,
    );
    expect(text).not.toContain('for example');
  });
});
