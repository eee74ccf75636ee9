import { type Client, DiscordAPIError, Routes, TimestampStyles, time } from 'discord.js';
import { z } from 'zod';
import { Mutex } from '../../mutex.js';
import { forgetMessage } from '../../store/forgetting.js';
import { claimMessage, findReply, recordReply } from '../../store/replies.js';
import { type BotContext, logFault, outcomeMessage } from '../bot-context.js';
import { describeFailure } from '../gateway/operator-lines.js';
import { type Asked, componentSchema } from '../rendering/asked.js';
import { notice, type Outgoing } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { type Decision, decide } from './addressing.js';
import { answerClaim, answerQuestion, keepMissed, type Missed, type QuestionAnswer } from './answering.js';
import { deleteMessage, editMessage, postMessage, postReply, withComponents } from './channel-messages.js';
import { type IncomingMessage, incomingMessage, type MessageUpdate } from './incoming-message.js';
import { PausedChannels } from './paused-channels.js';
import { publicPlace } from './public-place.js';
import { TypingSigns } from './typing-signs.js';

/** How long an answer follows edits of its question, in milliseconds. */
const EDITABLE_FOR = 60_000;
/** How many messages are followed at a time. Older ones are looked up in the store. */
const FOLLOWED = 2_000;

/** A message that we answer, and its reply. */
interface Exchange {
  readonly channel: string;
  readonly since: number;
  /** The message as it is now; null if it is from before a restart. */
  message: IncomingMessage | null;
  reply: string | null;
  deleted: boolean;
}

/** Answers each message once, and follows edits and deletions of the question. */
export class Conversations {
  readonly #exchanges = new Map<string, Exchange>();
  /** By message id. Events of one message are handled in the order in which they happened. */
  readonly #mutexes = new Map<string, Mutex>();
  readonly #paused = new PausedChannels();
  readonly #typing: TypingSigns;

  constructor(
    private readonly client: Client,
    private readonly context: BotContext,
  ) {
    this.#typing = new TypingSigns(client.rest, context.now);
  }

  /** Resolves when the message has been answered, or does not need an answer. */
  created(message: IncomingMessage): Promise<void> {
    return this.#inOrder(message.id, () => this.#start(message));
  }

  /** Handles a change to a message: its text, or something about it, such as a link preview. */
  edited(update: MessageUpdate): Promise<void> {
    return this.#inOrder(update.id, async () => {
      // Our own answers are edited too, but ask nothing.
      if (update.author?.id === this.client.user?.id) return;
      const exchange = await this.#exchange(update.id);
      const known = exchange?.message ?? null;
      if (update.content === undefined || (known === null && !update.edited_timestamp)) return;
      // The old question is deleted from the store, whether or not the answer still follows edits.
      if (known?.content !== update.content)
        await forgetMessage(this.context.store, update.id).catch((error) => logFault(this.context, error));
      const { success, data: message } = incomingMessage.safeParse({ ...known?.event, ...update });
      if (!success) return;
      if (exchange === null) return this.#start(message);
      if (known?.content === message.content || this.context.now() - exchange.since > EDITABLE_FOR) return;
      exchange.message = message;
      const decision = await this.#decide(message);
      if (decision.kind !== 'ignore') await this.#answer(message, decision, exchange);
    });
  }

  deleted(id: string): Promise<void> {
    const underWay = this.#exchanges.get(id);
    if (underWay) underWay.deleted = true;
    return this.#inOrder(id, async () => {
      try {
        await forgetMessage(this.context.store, id);
      } finally {
        const exchange = await this.#exchange(id);
        if (exchange !== null) await this.#withdraw(exchange);
      }
    });
  }

  async #inOrder(id: string, step: () => Promise<void>): Promise<void> {
    const mutex = this.#mutexes.get(id) ?? new Mutex();
    this.#mutexes.set(id, mutex);
    try {
      await mutex.run(step);
    } finally {
      if (mutex.isIdle) this.#mutexes.delete(id);
    }
  }

  async #start(message: IncomingMessage): Promise<void> {
    const decision = await this.#decide(message);
    const { id, channel } = message;
    if (decision.kind === 'ignore' || this.#exchanges.has(id)) return;
    const exchange = { channel, message, since: this.context.now(), reply: null, deleted: false };
    this.#follow(id, exchange);
    if (await this.#claimed(message)) await this.#answer(message, decision, exchange);
    // The store knows what happened to it.
    else this.#exchanges.delete(id);
  }

  async #decide(message: IncomingMessage): Promise<Decision> {
    const channel = this.client.channels.cache.get(message.channel);
    const guild = message.guild ?? (channel && 'guildId' in channel ? channel.guildId : null);
    return decide(
      { ...message, guild },
      {
        me: this.client.user?.id ?? '',
        settings: await this.context.settings.get(guild),
        parent: channel?.isThread() ? channel.parentId : null,
        messageContent: this.context.messageContent,
      },
    );
  }

  #follow(id: string, exchange: Exchange): void {
    this.#exchanges.set(id, exchange);
    const [oldest] = this.#exchanges.keys();
    if (this.#exchanges.size > FOLLOWED && oldest !== undefined) this.#exchanges.delete(oldest);
  }

  async #exchange(id: string): Promise<Exchange | null> {
    return this.#exchanges.get(id) ?? (await this.#recalled(id));
  }

  /** Restores an exchange from before a restart. */
  async #recalled(id: string): Promise<Exchange | null> {
    const known = await findReply(this.context.store, id);
    if (known === null) return null;
    const { channel, reply, claimed } = known;
    const exchange = { channel, reply, since: claimed, message: null, deleted: false };
    this.#follow(id, exchange);
    return exchange;
  }

  /** Returns false if the message was answered before. If the store is out of reach, we answer anyway. */
  async #claimed({ id: message, guild, channel }: IncomingMessage): Promise<boolean> {
    try {
      return await claimMessage(this.context.store, { message, guild, channel }, this.context.now());
    } catch (error) {
      logFault(this.context, error);
      return true;
    }
  }

  async #answer(message: IncomingMessage, decision: Decision, exchange: Exchange): Promise<void> {
    if (exchange.deleted) return;
    const { channel, author } = message;
    if (this.#paused.has(channel, this.context.now())) return this.#explainSilence(channel, author);
    const permit =
      exchange.reply === null ? this.context.cooldown.ask(author, this.context.now()) : 'granted';
    if (permit !== 'granted' && permit.told) return;
    const asked = await this.#askedIn(message, decision);
    let missed: Missed | undefined;
    const compose = (): Promise<Outgoing> =>
      outcomeMessage(this.context, async () => {
        const answer = await this.#compose(message, decision, asked);
        missed = answer.missed;
        return answer.outgoing;
      });
    const outgoing =
      permit === 'granted'
        ? await this.#typing.during(channel, compose)
        : notice(texts.cooldown(time(Math.ceil(permit.from / 1000), TimestampStyles.RelativeTime)));
    try {
      await this.#show(message, exchange, outgoing);
      if (exchange.reply !== null && asked !== null) this.context.recent.add(exchange.reply, asked);
      if (exchange.reply !== null && missed) await keepMissed(this.context, message.id, missed);
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      this.#paused.add(channel, this.context.now());
      this.context.log.warn(describeFailure(error, channel));
      await this.#explainSilence(channel, author);
    }
  }

  async #compose(message: IncomingMessage, decision: Decision, asked: Asked | null): Promise<QuestionAnswer> {
    switch (decision.kind) {
      case 'question':
        return answerQuestion(
          this.context,
          asked ?? { question: decision.question, previous: null },
          decision.isAddressed ? publicPlace(this.client, message.channel) : null,
        );
      case 'claim':
        return { outgoing: await answerClaim(this.context, decision.claim) };
      case 'elsewhere':
        return {
          outgoing: notice(texts.answersElsewhere(decision.channels.map((id) => `<#${id}>`).join(', '))),
        };
      case 'unreadable':
        return { outgoing: notice(texts.unreadable) };
      default:
        return { outgoing: notice(texts.howToAsk) };
    }
  }

  async #askedIn(message: IncomingMessage, decision: Decision): Promise<Asked | null> {
    if (decision.kind !== 'question') return null;
    const { question, followsUp } = decision;
    const before = followsUp === null ? null : await this.#questionOf(message, followsUp);
    return { question, previous: before?.question ?? null };
  }

  /** Returns the question behind the answer that a message replies to. */
  async #questionOf({ replied, channel }: IncomingMessage, answer: string): Promise<Asked | null> {
    const known = this.context.recent.find(answer, replied?.components ?? []);
    if (known !== null || replied !== null) return known;
    try {
      const fetched = await this.client.rest.get(Routes.channelMessage(channel, answer));
      const { components } = z.object({ components: z.array(componentSchema) }).parse(fetched);
      return this.context.recent.find(answer, components);
    } catch (error) {
      this.context.log.debug({ err: error }, 'The answer that a message follows up could not be read');
      return null;
    }
  }

  /** Sends the reply, or edits it if there is one already. */
  async #show(message: IncomingMessage, exchange: Exchange, outgoing: Outgoing): Promise<void> {
    const { rest } = this.client;
    if (exchange.deleted) return;
    if (exchange.reply !== null) {
      await editMessage(rest, message.channel, exchange.reply, outgoing);
      return;
    }
    exchange.reply = await postReply(rest, outgoing, message);
    if (exchange.reply !== null) await recordReply(this.context.store, message.id, exchange.reply);
  }

  async #withdraw(exchange: Exchange): Promise<void> {
    const { reply, channel } = exchange;
    exchange.reply = null;
    if (reply !== null) await deleteMessage(this.client.rest, channel, reply);
  }

  /** Tells somebody privately why there is no answer in the channel. */
  async #explainSilence(channel: string, person: string): Promise<void> {
    if (!this.#paused.shouldTell(channel, person, this.context.now())) return;
    try {
      const direct = await this.client.rest.post(Routes.userChannels(), { body: { recipient_id: person } });
      const { id } = z.object({ id: z.string() }).parse(direct);
      await postMessage(this.client.rest, id, withComponents(notice(texts.cannotWrite(`<#${channel}>`))));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.context.log.debug(`A member who asked in channel ${channel} takes no direct messages`);
    }
  }
}

/** Returns whether we may not see the channel or write in it, or the channel is gone. */
function isClosedToUs(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
}
