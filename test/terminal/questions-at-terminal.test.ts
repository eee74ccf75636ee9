import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { QuestionsAtTerminal } from '../../src/terminal/questions-at-terminal.js';

function terminal(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  return { input, output, questions: new QuestionsAtTerminal({ input, output }) };
}

it('shows what is typed, except where it is hidden', async () => {
  const { input, output, questions } = terminal(true);
  const name = questions.ask('Name: ');
  input.write('readers\r');
  expect(await name).toBe('readers');
  const token = questions.askHidden('Token: ');
  input.write('secre');
  input.write('et\u007Ft\r');
  expect(await token).toBe('secreet');
  const again = questions.ask('Again: ');
  input.write('yes\r');
  await again;
  questions.close();
  const shown = String(output.read());
  expect(shown).toContain('readers');
  expect(shown).toContain('Token: ');
  expect(shown).toContain('yes');
  expect(shown).not.toMatch(/s\S*e\S*c\S*r/);
});

it('stops at Ctrl-C', async () => {
  const { input, questions } = terminal(true);
  const token = questions.askHidden('Token: ');
  input.write('sec\u0003');
  await expect(token).rejects.toMatchObject({ code: 'questions-stopped' });
});

it('takes the lines of a pipe, also when they come at once', async () => {
  const { input, questions } = terminal(false);
  input.end('first\n\nthird\n');
  expect(await questions.ask('1? ')).toBe('first');
  expect(await questions.ask('2? ')).toBe('');
  expect(await questions.askHidden('3? ')).toBe('third');
  await expect(questions.ask('4? ')).rejects.toMatchObject({ code: 'questions-unanswered' });
});
