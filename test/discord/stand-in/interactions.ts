import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { ApiError, type Json } from './api-error.js';
import { checkMessage, checkSchema } from './refusals.js';
import { applyEdit } from './rest.js';
import type { Channel, Message, User, World } from './world.js';

/** The flag of a message that says as yet that the bot is thinking. */
const LOADING = 1 << 7;
const EPHEMERAL = 1 << 6;
/** Discord waits so long for the first answer, in milliseconds. */
const FIRST_ANSWER_WITHIN = 3_000;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channel: Channel;
  readonly user: User;
  /** The message whose button or menu was used. */
  readonly on: Message | null;
  readonly created: number;
  /** How long the first answer took, in milliseconds. */
  answeredAfter: number | null;
  /** It was only acknowledged so far; the answer is to come. */
  deferred: boolean;
  original: Message | null;
  choices: Json[] | null;
  readonly followUps: Message[];
}

const CALLBACKS: Record<number, ZodMiniType> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

/** What was pressed, picked or typed, and how the bot answered it. */
export class Interactions {
  readonly #byToken = new Map<string, Interaction>();

  constructor(private readonly world: World) {}

  add(interaction: Interaction): void {
    this.#byToken.set(interaction.token, interaction);
  }

  /** The first answer; returns the message that it made or changed. */
  callback(token: string, body: Json): Json | null {
    const interaction = this.#find(token);
    const age = Date.now() - interaction.created;
    if (interaction.answeredAfter !== null) {
      throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
    }
    if (age > FIRST_ANSWER_WITHIN) throw new ApiError(404, 10062, 'Unknown interaction');
    const type = Number(body.type);
    const schema = CALLBACKS[type];
    if (!schema) throw new ApiError(400, 50035, 'Invalid Form Body: type');
    checkSchema(schema, body);
    const data = (body.data ?? {}) as Json;

    if (type === 4) interaction.original = this.#create(interaction, data);
    if (type === 5) {
      const flags = Number(data.flags ?? 0);
      if (flags & ~EPHEMERAL)
        throw new ApiError(400, 50035, 'Invalid Form Body: flags: a deferral is ephemeral or not');
      interaction.deferred = true;
      interaction.original = this.#add(interaction, { flags });
    }
    if (type === 6 || type === 7) {
      if (!interaction.on)
        throw new ApiError(400, 50035, 'Invalid Form Body: type: there is no message to update');
      interaction.original = interaction.on;
      if (type === 7) applyEdit(interaction.on, data);
      interaction.deferred = type === 6;
    }
    if (type === 8) interaction.choices = (data.choices ?? []) as Json[];
    interaction.answeredAfter = age;
    return interaction.original ? this.world.view(interaction.original, 0) : null;
  }

  edit(token: string, id: string, body: Json): Json {
    const interaction = this.#find(token);
    const message = this.message(token, id);
    checkSchema(spec.IncomingWebhookUpdateRequestPartialSchema, body);
    applyEdit(message, body);
    if (message === interaction.original) interaction.deferred = false;
    return this.world.view(message, 0);
  }

  followUp(token: string, body: Json): Json {
    const interaction = this.#find(token);
    if (interaction.answeredAfter === null) throw new ApiError(404, 10015, 'Unknown Webhook');
    checkSchema(spec.IncomingWebhookRequestPartialSchema, body);
    // The first one takes the place of an answer that was only acknowledged, and whoever sees that sees it. A message
    // that is to be updated stays as it is.
    const { deferred, original, on } = interaction;
    if (deferred && original && original !== on) {
      applyEdit(original, { ...body, flags: Number(body.flags ?? 0) & ~EPHEMERAL });
      interaction.deferred = false;
      return this.world.view(original, 0);
    }
    const message = this.#create(interaction, body);
    interaction.followUps.push(message);
    return this.world.view(message, 0);
  }

  /** Takes the first answer back. */
  remove(token: string, id: string): Message {
    const interaction = this.#find(token);
    const message = this.message(token, id);
    if (message === interaction.original) interaction.deferred = false;
    return message;
  }

  /** A message of an interaction as the API shows it. */
  view(token: string, id: string): Json {
    const { deferred, original, on } = this.#find(token);
    const message = this.message(token, id);
    const view = this.world.view(message, 0);
    const isAwaited = deferred && message === original && message !== on;
    return { ...view, flags: Number(view.flags) | (isAwaited ? LOADING : 0) };
  }

  message(token: string, id: string): Message {
    const { original } = this.#find(token);
    const message = id === '@original' ? original : this.world.messages.get(id);
    if (!message || message.deleted) throw new ApiError(404, 10008, 'Unknown Message');
    return message;
  }

  #create(interaction: Interaction, body: Json): Message {
    checkMessage(body);
    return this.#add(interaction, body);
  }

  #add({ channel, user }: Interaction, body: Json): Message {
    const onlyFor = Number(body.flags ?? 0) & EPHEMERAL ? user.id : null;
    return this.world.addMessage({ channel, author: this.world.me, body, onlyFor, askedBy: user });
  }

  #find(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (!interaction) throw new ApiError(404, 10062, 'Unknown interaction');
    return interaction;
  }
}
