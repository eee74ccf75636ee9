import { DiscordjsErrorCodes, DiscordjsTypeError } from 'discord.js';

const CODES: ReadonlySet<string> = new Set([
  DiscordjsErrorCodes.CommandInteractionOptionNotFound,
  DiscordjsErrorCodes.CommandInteractionOptionType,
  DiscordjsErrorCodes.CommandInteractionOptionEmpty,
  DiscordjsErrorCodes.CommandInteractionOptionNoSubcommand,
  DiscordjsErrorCodes.CommandInteractionOptionNoSubcommandGroup,
  // Missing in the package's types.
  'CommandInteractionOptionInvalidChannelType',
  DiscordjsErrorCodes.AutocompleteInteractionOptionNoFocusedOption,
]);

/**
 * Whether an error says that a command came with other options than this version has. Commands come as they were
 * registered, which may have been by another version.
 */
export function isUnlikeRegistered(error: unknown): boolean {
  return error instanceof DiscordjsTypeError && CODES.has(error.code);
}
