import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import type { Interaction } from '../../test/discord/stand-in/interactions.js';
import type { StandIn } from '../../test/discord/stand-in/stand-in.js';
import { type Message, visibleText } from '../../test/discord/stand-in/world.js';
import { percentile } from '../metrics/times.js';

export interface QuestionTimes {
  readonly asked: number;
  /** How many were answered by the end; how long that took, in milliseconds. */
  readonly answered: number;
  readonly median: number;
  readonly p95: number;
  /** How many were told that too many are waiting. */
  readonly refused: number;
}

const SEED_QUESTIONS = new URL('../../test/questions/seeds.json', import.meta.url);
const schema = z.object({ answerable: z.array(z.object({ question: z.string() })) });

/** How often the answers are checked, in milliseconds. */
const LOOK = 50;

/**
 * Simulates members who ask `rate` questions a second, by command and by mention. They ask the questions
 * about the seeds, and the titles of articles.
 */
export class Questions {
  readonly #words: readonly string[];
  readonly #commands = new Set<Interaction>();
  /** When each message that mentions the bot was sent, by message id. */
  readonly #mentions = new Map<string, number>();
  #messagesSeen = 0;
  readonly #times: number[] = [];
  #timers: readonly NodeJS.Timeout[] = [];
  #asked = 0;
  #refused = 0;

  constructor(
    private readonly discord: StandIn,
    articles: readonly ArchivedArticle[],
    private readonly rate: number,
  ) {
    const { answerable } = schema.parse(JSON.parse(readFileSync(SEED_QUESTIONS, 'utf8')));
    const titles = articles.flatMap(({ title }) => (title === null ? [] : [title.slice(0, 300)]));
    this.#words = [...answerable.map(({ question }) => question), ...titles.slice(0, answerable.length)];
  }

  begin(): void {
    this.#timers = [setInterval(() => this.#ask(), 1000 / this.rate), setInterval(() => this.#look(), LOOK)];
  }

  end(): QuestionTimes {
    for (const timer of this.#timers) clearInterval(timer);
    const [median, p95] = [percentile(this.#times, 0.5), percentile(this.#times, 0.95)];
    return { asked: this.#asked, answered: this.#times.length, median, p95, refused: this.#refused };
  }

  #ask(): void {
    // This step visits all of them, in an order that mixes both kinds.
    const question = this.#words[(this.#asked * 7919) % this.#words.length] ?? '';
    this.#asked += 1;
    if (this.#asked % 2 === 0) this.#commands.add(this.discord.command('ask', { question }));
    else this.#mentions.set(this.discord.mention(question).id, Date.now());
  }

  #look(): void {
    for (const interaction of this.#commands) {
      const { original, deferred, created } = interaction;
      if (original === null || deferred) continue;
      this.#commands.delete(interaction);
      this.#note(original, created);
    }
    const messages = [...this.discord.world.messages.values()];
    for (const message of messages.slice(this.#messagesSeen)) {
      const asked = this.#mentions.get(message.reference ?? '');
      if (asked !== undefined) this.#note(message, asked);
    }
    this.#messagesSeen = messages.length;
  }

  #note(answer: Message, asked: number): void {
    if (/Too many questions|took too long/.test(visibleText(answer.body))) this.#refused += 1;
    else this.#times.push(Date.now() - asked);
  }
}
