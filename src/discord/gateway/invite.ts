import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';

/** What it takes to answer in a channel; nothing more is asked for. */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
];

/** The address at which a bot is invited with exactly the permissions and scopes that it needs. */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: new PermissionsBitField(PERMISSIONS).bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
