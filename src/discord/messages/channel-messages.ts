import {
  type APIMessage,
  type BaseInteraction,
  DiscordAPIError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { type Outgoing, plainText } from '../rendering/message.js';

/** Nothing we send pings anybody: a quote may hold @everyone, and a reply shows whom it answers anyway. */
const SILENT = { parse: [], replied_user: false };

type Body = Pick<RESTPostAPIChannelMessageJSONBody, 'components' | 'content' | 'flags' | 'allowed_mentions'>;

export function withComponents({ components }: Outgoing): Body {
  return { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: SILENT };
}

function withoutComponents(outgoing: Outgoing): Body {
  return { content: plainText(outgoing), flags: MessageFlags.SuppressEmbeds, allowed_mentions: SILENT };
}

/** Sends a message with components, or as plain text if Discord rejects those. */
async function sendEitherWay<T>(outgoing: Outgoing, send: (body: Body) => Promise<T>): Promise<T> {
  try {
    return await send(withComponents(outgoing));
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType) || isTargetGone(error)) throw error;
    return await send(withoutComponents(outgoing));
  }
}

/**
 * Replies to a message. The nonce is the message's id, so that a reply is not sent twice if its confirmation
 * is lost.
 * @returns the id of the reply; null if the message was deleted meanwhile
 */
export async function postReply(
  rest: REST,
  outgoing: Outgoing,
  to: { id: string; channel: string },
): Promise<string | null> {
  const post = (body: Body): Promise<string> =>
    postMessage(rest, to.channel, { ...body, nonce: to.id, enforce_nonce: true });
  const reference = { message_id: to.id, channel_id: to.channel };
  try {
    return await sendEitherWay(outgoing, (body) => post({ ...body, message_reference: reference } as Body));
  } catch (error) {
    if (isTargetGone(error)) return null;
    // A reply needs permission to read the channel's history; a plain message does not.
    if (isCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) {
      return await sendEitherWay(outgoing, post);
    }
    throw error;
  }
}

/** @returns the id of the message */
export async function postMessage(
  rest: REST,
  channel: string,
  body: RESTPostAPIChannelMessageJSONBody,
): Promise<string> {
  // The response to this route is a message.
  const { id } = (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
  return id;
}

/** Sends the answer to an acknowledged interaction. @returns the id of the message */
export async function editOriginal(
  { client, applicationId, token }: Pick<BaseInteraction, 'client' | 'applicationId' | 'token'>,
  outgoing: Outgoing,
): Promise<string> {
  const route = Routes.webhookMessage(applicationId, token, encodeURIComponent('@original'));
  // The response to this route is a message. The token in the path is the only authorisation needed.
  const files = (outgoing.files ?? []).map(({ name, data }) => ({ name, data: Buffer.from(data) }));
  const edit = (body: Body): Promise<unknown> => client.rest.patch(route, { body, files, auth: false });
  const { id } = (await sendEitherWay(outgoing, edit)) as APIMessage;
  return id;
}

/** Whether an interaction still shows that it is being thought about. What its button stands on does not. */
export async function isAwaited({
  client,
  applicationId,
  token,
}: Pick<BaseInteraction, 'client' | 'applicationId' | 'token'>): Promise<boolean> {
  const route = Routes.webhookMessage(applicationId, token, encodeURIComponent('@original'));
  // The response to this route is a message.
  const { flags = 0 } = (await client.rest.get(route, { auth: false })) as APIMessage;
  return (flags & MessageFlags.Loading) !== 0;
}

/**
 * Gives the answer to an interaction to whoever asked alone, though its acknowledgement was for everybody: that is taken
 * back first, because who sees a message is decided once.
 * @returns the id of the message
 */
export async function answerPrivately(
  interaction: Pick<BaseInteraction, 'client' | 'applicationId' | 'token'>,
  outgoing: Outgoing,
): Promise<string> {
  const { client, applicationId, token } = interaction;
  await client.rest.delete(Routes.webhookMessage(applicationId, token, encodeURIComponent('@original')), {
    auth: false,
  });
  return tellPrivately(interaction, outgoing);
}

/**
 * Sends a further answer to an acknowledged interaction, which only the person sees.
 * @returns the id of the message
 */
export async function tellPrivately(
  { client, applicationId, token }: Pick<BaseInteraction, 'client' | 'applicationId' | 'token'>,
  outgoing: Outgoing,
): Promise<string> {
  const send = (body: Body): Promise<unknown> =>
    client.rest.post(Routes.webhook(applicationId, token), {
      query: new URLSearchParams({ wait: 'true' }),
      body: { ...body, flags: Number(body.flags ?? 0) | MessageFlags.Ephemeral },
      auth: false,
    });
  // The response to this route is a message.
  const { id } = (await sendEitherWay(outgoing, send)) as APIMessage;
  return id;
}

/** @returns false if the message is gone */
export async function editMessage(
  rest: REST,
  channel: string,
  id: string,
  outgoing: Outgoing,
): Promise<boolean> {
  return unlessGone(() => rest.patch(Routes.channelMessage(channel, id), { body: withComponents(outgoing) }));
}

/** @returns false if the message was gone already */
export async function deleteMessage(rest: REST, channel: string, id: string): Promise<boolean> {
  return unlessGone(() => rest.delete(Routes.channelMessage(channel, id)));
}

async function unlessGone(request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request();
    return true;
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownMessage)) return false;
    throw error;
  }
}

export function isCode(error: unknown, code: RESTJSONErrorCodes): error is DiscordAPIError {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Discord reports this as an invalid form; the details name the field. */
function isTargetGone(error: unknown): boolean {
  return (
    isCode(error, RESTJSONErrorCodes.UnknownMessage) ||
    (isCode(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType) &&
      /message_reference/.test(error.message))
  );
}
