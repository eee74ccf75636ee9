import { setTimeout as delay } from 'node:timers/promises';
import { type Client, DiscordAPIError, TimestampStyles, time } from 'discord.js';
import { conversationSoFar } from '../../answer/question/follow-up.js';
import { Mutex } from '../../mutex.js';
import { forgetMessage } from '../../store/forgetting.js';
import {
  type AbandonedMessage,
  claimMessage,
  recordClaim,
  recordReply,
  settleMessage,
} from '../../store/replies.js';
import { onBehalfOf } from '../asker.js';
import { type BotContext, logFault, outcomeMessage } from '../bot-context.js';
import { contextOfGuild } from '../context-of-guild.js';
import { describeFailure } from '../gateway/operator-lines.js';
import type { Asked } from '../rendering/asked.js';
import { notice, type Outgoing } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { type Decision, decide } from './addressing.js';
import { answerUnasked, keepMissed } from './answering.js';
import { deleteMessage, editMessage, postReply } from './channel-messages.js';
import { composeReply } from './compose-reply.js';
import { fetchMessage, findPostedReply, questionBehind } from './earlier-messages.js';
import { type Exchange, Exchanges } from './exchanges.js';
import { explainSilence } from './explained-silence.js';
import { type IncomingMessage, incomingMessage, type MessageUpdate } from './incoming-message.js';
import { PausedChannels } from './paused-channels.js';
import type { Missed } from './question-answer.js';
import { TypingSigns } from './typing-signs.js';

/** How long an answer follows edits of its question, in milliseconds. */
const EDITABLE_FOR = 60_000;
/** How long the answer to an edited question waits until the old one is forgotten, in milliseconds. */
const PATIENCE = 1_000;
/**
 * In a channel somebody is told at most this often that it takes long, in milliseconds: Discord takes five messages in five
 * seconds there, and the answers need them.
 */
const TOLD_EVERY = 2_000;

type Answering = Exclude<Decision, { kind: 'ignore' }>;

/** Answers each message once, and follows edits and deletions of the question. */
export class Conversations {
  readonly #exchanges: Exchanges;
  /** By message id. Events of one message are handled in the order in which they happened. */
  readonly #mutexes = new Map<string, Mutex>();
  readonly #paused = new PausedChannels();
  readonly #typing: TypingSigns;
  /** When somebody in a channel was last told that it takes long. */
  readonly #toldLate = new Map<string, number>();

  constructor(
    private readonly client: Client,
    private readonly context: BotContext,
  ) {
    this.#typing = new TypingSigns(client.rest, context.now);
    this.#exchanges = new Exchanges(context.store);
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
      const exchange = await this.#exchanges.find(update.id);
      const known = exchange?.message ?? null;
      if (update.content === undefined || (known === null && !update.edited_timestamp)) return;
      // The old question is deleted from the store, whether or not the answer still follows edits. The answer does not wait
      // for a database that cannot be written.
      if (known?.content !== update.content) await this.#forget(update.id);
      const { success, data: message } = incomingMessage.safeParse({ ...known?.event, ...update });
      if (!success) return;
      if (exchange === null) return this.#start(message);
      if (known?.content === message.content || this.context.now() - exchange.since > EDITABLE_FOR) return;
      exchange.message = message;
      const decision = await this.#decide(message);
      if (decision.kind !== 'ignore') await this.#answer(message, decision, exchange);
    });
  }

  /**
   * Answers a message whose answer was under way in a process that died. A reply that is there already may be no more than
   * word that the answer takes long, so it becomes the answer.
   */
  resumed(abandoned: AbandonedMessage): Promise<void> {
    return this.#inOrder(abandoned.message, async () => {
      const message = await fetchMessage(this.client, this.context, abandoned);
      if (message === null) await this.#settle(abandoned.message);
      else await this.#resume(message);
    });
  }

  /**
   * Answers a message that came while nobody listened, unless it is known. Where the store is out of reach nothing is answered:
   * it may have been before.
   */
  unheard(message: IncomingMessage): Promise<void> {
    const { store, now, holder } = this.context;
    const { id, guild, channel } = message;
    return this.#inOrder(id, async () => {
      if (await claimMessage(store, { message: id, guild, channel }, now(), holder))
        await this.#resume(message);
    });
  }

  async #resume(message: IncomingMessage): Promise<void> {
    const { id, channel } = message;
    const decision = await this.#decide(message);
    if (decision.kind === 'ignore') return this.#settle(id);
    const reply = await findPostedReply(this.client, this.context, message);
    const exchange = {
      channel,
      message,
      since: this.context.now(),
      reply,
      awaitsAnswer: reply !== null,
      deleted: false,
    };
    this.#exchanges.follow(id, exchange);
    const isUnasked = decision.kind === 'question' && !decision.isAddressed;
    if (reply !== null && isUnasked) await recordReply(this.context.store, id, reply);
    else await this.#answer(message, decision, exchange);
  }

  deleted(id: string): Promise<void> {
    const underWay = this.#exchanges.followed(id);
    if (underWay) underWay.deleted = true;
    return this.#inOrder(id, async () => {
      try {
        const exchange = await this.#exchanges.find(id);
        if (exchange !== null) await this.#withdraw(exchange);
      } finally {
        await forgetMessage(this.context.store, id);
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
    if (decision.kind === 'ignore' || this.#exchanges.followed(id)) return;
    const exchange = { channel, message, since: this.context.now(), reply: null, deleted: false };
    this.#exchanges.follow(id, exchange);
    if (await this.#claimed(message)) await this.#answer(message, decision, exchange);
    else this.#exchanges.leave(id);
  }

  /** The guild of a message; an edit does not name it. */
  #guildOf({ guild, channel: id }: IncomingMessage): string | null {
    const channel = this.client.channels.cache.get(id);
    return guild ?? (channel && 'guildId' in channel ? channel.guildId : null);
  }

  async #decide(message: IncomingMessage): Promise<Decision> {
    const channel = this.client.channels.cache.get(message.channel);
    const guild = this.#guildOf(message);
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

  /** Returns false if the message was answered before. If the store is out of reach, we answer anyway. */
  async #claimed({ id: message, guild, channel }: IncomingMessage): Promise<boolean> {
    const { store, now, holder } = this.context;
    try {
      return await claimMessage(store, { message, guild, channel }, now(), holder);
    } catch (error) {
      logFault(this.context, error);
      await recordClaim(store, { message, guild, channel }, now(), holder).catch(() => undefined);
      return true;
    }
  }

  async #answer(message: IncomingMessage, decision: Answering, exchange: Exchange): Promise<void> {
    try {
      if (exchange.deleted) return;
      if (decision.kind === 'question' && !decision.isAddressed)
        await this.#join(message, decision, exchange);
      else await this.#reply(message, decision, exchange);
    } finally {
      if (exchange.reply === null) await this.#settle(message.id);
    }
  }

  /** Says something in a conversation of others, if it surely helps. Nobody waits for it. */
  async #join(
    message: IncomingMessage,
    { question }: { question: string },
    exchange: Exchange,
  ): Promise<void> {
    const { channel, author } = message;
    const now = this.context.now();
    if (this.#paused.has(channel, now) || this.context.cooldown.ask(author, now) !== 'granted') return;
    const context = contextOfGuild(this.context, this.#guildOf(message));
    const outgoing = await answerUnasked(context, question);
    if (outgoing === null) return this.#withdraw(exchange);
    try {
      await this.#show(message, exchange, outgoing, { question, previous: null });
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      this.#pause(channel, error);
    }
  }

  async #reply(message: IncomingMessage, decision: Answering, exchange: Exchange): Promise<void> {
    const { channel, author } = message;
    if (this.#paused.has(channel, this.context.now())) return this.#explainSilence(channel, author);
    const permit =
      exchange.reply === null ? this.context.cooldown.ask(author, this.context.now()) : 'granted';
    if (permit !== 'granted' && permit.told) return;
    const asked = await this.#askedIn(message, decision);
    let missed: Missed | undefined;
    const compose = (): Promise<Outgoing> =>
      outcomeMessage(this.context, async () => {
        const context = contextOfGuild(this.context, this.#guildOf(message));
        const answer = await composeReply(context, this.client, channel, decision, asked);
        missed = answer.missed;
        return answer.outgoing;
      });
    const party = message.guild ?? author;
    const late = this.#late(message, exchange);
    const outgoing =
      permit === 'granted'
        ? await onBehalfOf({ party, tellLate: late.tell }, () => this.#typing.during(channel, compose))
        : notice(texts.cooldown(time(Math.ceil(permit.from / 1000), TimestampStyles.RelativeTime)));
    await late.told();
    try {
      await this.#show(message, exchange, outgoing, asked);
      if (exchange.reply !== null && missed) {
        await keepMissed(this.context, { message: message.id, asker: author }, missed);
      }
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      this.#pause(channel, error);
      await this.#explainSilence(channel, author);
    }
  }

  /** Replies once, where nothing is said yet, that the answer takes long; the answer then takes the place of that. */
  #late(
    message: IncomingMessage,
    exchange: Exchange,
  ): { tell: () => Promise<void>; told: () => Promise<void> } {
    let telling: Promise<void> | null = null;
    const post = async (): Promise<void> => {
      const now = this.context.now();
      const isTold = now - (this.#toldLate.get(message.channel) ?? 0) < TOLD_EVERY;
      if (exchange.reply !== null || exchange.deleted || isTold) return;
      this.#toldLate.set(message.channel, now);
      exchange.reply = await postReply(this.client.rest, notice(texts.late), message);
      exchange.awaitsAnswer = true;
    };
    return {
      // Where it cannot be said, the answer cannot be given either, and that is dealt with then.
      tell: () => (telling ??= post().catch(() => undefined)),
      told: async () => (await telling) ?? undefined,
    };
  }

  async #askedIn(message: IncomingMessage, decision: Decision): Promise<Asked | null> {
    if (decision.kind !== 'question') return null;
    const { question, followsUp } = decision;
    const before =
      followsUp === null ? null : await questionBehind(this.client, this.context, message, followsUp);
    return { question, previous: before === null ? null : conversationSoFar(before) };
  }

  /** Sends the reply, or edits it if there is one already. */
  async #show(
    message: IncomingMessage,
    exchange: Exchange,
    composed: Outgoing,
    asked: Asked | null,
  ): Promise<void> {
    const { rest } = this.client;
    const outgoing = await this.context.commands.clickable(composed, message.guild);
    if (exchange.deleted) return;
    const isNew = exchange.reply === null || exchange.awaitsAnswer === true;
    if (exchange.reply === null) exchange.reply = await postReply(rest, outgoing, message);
    else await editMessage(rest, message.channel, exchange.reply, outgoing);
    if (exchange.reply === null) return;
    if (asked !== null) this.context.recent.add(exchange.reply, asked);
    exchange.awaitsAnswer = false;
    if (isNew) await recordReply(this.context.store, message.id, exchange.reply);
  }

  async #withdraw(exchange: Exchange): Promise<void> {
    const { reply, channel } = exchange;
    exchange.reply = null;
    if (reply !== null) await deleteMessage(this.client.rest, channel, reply);
  }

  async #settle(id: string): Promise<void> {
    await settleMessage(this.context.store, id).catch((error) => logFault(this.context, error));
  }

  async #forget(id: string): Promise<void> {
    const forgotten = forgetMessage(this.context.store, id).catch((error) => logFault(this.context, error));
    await Promise.race([forgotten, delay(PATIENCE, undefined, { ref: false })]);
  }

  #pause(channel: string, error: DiscordAPIError): void {
    this.#paused.add(channel, this.context.now());
    this.context.log.warn(describeFailure(error, channel));
  }

  /** Tells somebody privately why there is no answer in the channel. */
  async #explainSilence(channel: string, person: string): Promise<void> {
    if (!this.#paused.shouldTell(channel, person, this.context.now())) return;
    await explainSilence(this.client.rest, this.context.log, channel, person);
  }
}

/** Returns whether we may not see the channel or write in it, or the channel is gone. */
function isClosedToUs(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
}
