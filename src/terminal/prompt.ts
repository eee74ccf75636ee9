import { createInterface } from 'node:readline/promises';
import type { Archive } from '../archive/archive.js';
import { UserError } from '../user-error.js';
import { answerEach } from './answer-questions.js';
import { type CommandContext, withArchive } from './command-context.js';
import { type Ask, Conversation } from './conversation.js';
import { linesOf } from './lines.js';
import { plainQuestions } from './posed-questions.js';
import { screenOf, styled, wrapped } from './rendering/screen.js';
import { today } from './today.js';
import { welcomeText } from './welcome.js';

/** Answers at a prompt on a terminal, and one question a line from a pipe. */
export async function startPrompt(context: CommandContext): Promise<void> {
  await withArchive(context, (archive) =>
    context.input.isTTY === true ? converse(context, archive) : answerPipe(context, archive),
  );
}

async function answerPipe({ input, output, errors }: CommandContext, archive: Archive): Promise<void> {
  const format = { json: false, explain: false, top: 3 };
  const count = await answerEach(archive, plainQuestions(linesOf(input)), format, output);
  // So it ends in a container, where nobody types.
  if (count === 0)
    errors.write('No question came in. For the bot, set DISCORD_TOKEN; for a prompt, use a terminal.\n');
}

async function converse({ input, output }: CommandContext, archive: Archive): Promise<void> {
  const { ask } = await import('../answer/ask.js');
  const answer: Ask = (question, options) => ask(archive, question, { ...options, asked: today() });
  const screen = () => screenOf(output);
  output.write(`${wrapped(await welcomeText(archive, answer), screen())}\n\n`);
  const conversation = new Conversation(archive, answer, screen);
  const terminal = createInterface({ input, output, prompt: styled('bold', '> ', screen()) });
  let isOpen = true;
  terminal.once('close', () => {
    isOpen = false;
  });
  const interrupted = new Promise<null>((resolve) => {
    terminal.once('SIGINT', () => {
      terminal.close();
      resolve(null);
    });
  });
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') {
      const reply = await Promise.race([replyTo(conversation, line), interrupted]);
      if (reply === null) break;
      output.write(`\n${reply}\n\n`);
    }
    if (isOpen) terminal.prompt();
  }
  terminal.close();
}

async function replyTo(conversation: Conversation, line: string): Promise<string | null> {
  try {
    return await conversation.reply(line);
  } catch (error) {
    if (error instanceof UserError) return [error.message, error.hint ?? ''].join(' ').trim();
    throw error;
  }
}
