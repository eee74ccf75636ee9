/**
 * The stand-in as a program, to try the bot by hand without Discord:
 *
 *     npx tsx test/discord/stand-in/main.ts 8787
 *     DISCORD_TOKEN=stand-in-token DISCORD_API_URL=http://127.0.0.1:8787/api npm start
 *
 * A line that is typed mentions the bot; `/ask words` and the like use a command's first text option, `!label` presses
 * the button of that label or emoji on the newest answer that has one. It prints what comes back, and ends with its input.
 */
import { createInterface } from 'node:readline';
import type { Json } from './api-error.js';
import { StandIn, waitFor } from './stand-in.js';
import { type Message, visibleText } from './world.js';

const FIRST_OPTION: Record<string, string> = { ask: 'question', source: 'source' };

const discord = await StandIn.start({ port: Number(process.argv[2] ?? 8787), messageContentGranted: true });
console.log(`DISCORD_TOKEN=${discord.token} DISCORD_API_URL=${discord.apiUrl}`);

const answers: Message[] = [];

async function obey(line: string): Promise<Message> {
  await waitFor(
    'the bot to connect',
    () => [...discord.gateway.sessions.values()].some(({ socket }) => socket),
    60_000,
  );
  if (line.startsWith('!')) {
    const label = line.slice(1);
    const pressed = answers.findLast((answer) =>
      [`"label":"${label}"`, `"name":"${label}"`].some((part) => JSON.stringify(answer.body).includes(part)),
    );
    if (!pressed) throw new Error(`No answer has a button “${label}”.`);
    return discord.answer(discord.press(pressed, label));
  }
  const [, name, words] = /^\/(\S+)\s*(.*)$/.exec(line) ?? [];
  if (!name) return discord.replyTo(discord.mention(line));
  const option = FIRST_OPTION[name];
  const options: Json = option && words ? { [option]: words } : {};
  return discord.answer(discord.command(name, options, { user: discord.manager }));
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const answer = await obey(line);
    answers.push(answer);
    console.log(`${answer.onlyFor ? '(only you see this)\n' : ''}${visibleText(answer.body)}\n`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
await discord.stop();
