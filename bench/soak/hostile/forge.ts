import { z } from 'zod';
import { RunningBot } from '../../../test/discord/running-bot.js';
import type { Interaction } from '../../../test/discord/stand-in/interactions.js';
import { waitFor } from '../../../test/discord/stand-in/stand-in.js';
import type { Message } from '../../../test/discord/stand-in/world.js';

const Forged = z.union([
  z.object({ path: z.string(), options: z.record(z.string(), z.unknown()) }),
  z.object({ press: z.string() }),
  z.object({ suggest: z.string(), option: z.string(), typed: z.string() }),
  z.object({ mention: z.string() }),
]);
/** pino's number for errors. */
const ERROR = 50;

/** The real bot, connected to a stand-in for Discord, for commands that no Discord would send. */
export class ForgedCommands {
  #logged = 0;

  private constructor(
    private readonly room: RunningBot,
    private readonly answer: Message,
  ) {}

  static async open(): Promise<ForgedCommands> {
    const room = await RunningBot.open();
    return new ForgedCommands(room, await room.ask('how many U.S. soldiers are there in Iraq?'));
  }

  close(): Promise<void> {
    return this.room.close();
  }

  /** @throws when the bot does not answer, logs a fault, or sends what Discord refuses */
  async send(input: string): Promise<void> {
    await this.#answered(Forged.parse(JSON.parse(input)));
    const faults = this.room.log.slice(this.#logged).filter(({ level }) => level >= ERROR);
    this.#logged = this.room.log.length;
    const [fault] = faults;
    if (fault) throw new Error(`${fault.msg}: ${JSON.stringify(fault)}`);
    const refused = this.room.discord.requests.splice(0).filter(({ status }) => status === 400);
    if (refused[0]) throw new Error(`Discord refused ${refused[0].path}`);
  }

  async #answered(forged: z.output<typeof Forged>): Promise<unknown> {
    const { discord } = this.room;
    const user = { user: discord.manager };
    if ('press' in forged) return answered(discord.pressId(this.answer, forged.press, user));
    if ('suggest' in forged) {
      return discord.suggestions(forged.suggest, forged.option, forged.typed, user);
    }
    if ('path' in forged) return answered(discord.command(forged.path, { ...forged.options }, user));
    const message = discord.mention(forged.mention);
    return waitFor('a reply', () => discord.repliesTo(message)[0]);
  }
}

/** A message that stays as it is when it was to be updated still has an answer beside it. */
function answered(interaction: Interaction): Promise<unknown> {
  return waitFor('an answer to an interaction', () => {
    const { answeredAfter, deferred, followUps } = interaction;
    return answeredAfter !== null && (!deferred || followUps.length > 0);
  });
}
