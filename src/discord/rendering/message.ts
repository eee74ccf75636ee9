import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { CONTENT } from './limits.js';

/**
 * A message as we compose it. It always uses Components V2, so that any message can be edited into any other.
 */
export interface Outgoing {
  readonly components: APIMessageTopLevelComponent[];
  /** Files that are sent along; a component shows each of them. */
  readonly files?: readonly OutgoingFile[];
}

export interface OutgoingFile {
  readonly name: string;
  readonly data: string;
}

/** Colours of a container's edge. */
export const ACCENT = { answer: 0x2f6f4f, quiet: 0x8a8f98 } as const;

/** @param id a number by which to find the text when the message comes back to us */
export function text(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) };
}

export function container(components: APIComponentInContainer[], accent: number = ACCENT.answer): Outgoing {
  return { components: [{ type: ComponentType.Container, accent_color: accent, components }] };
}

/** One line or paragraph, without a frame. */
export function notice(content: string): Outgoing {
  return { components: [text(content)] };
}

/** One line, and a file below it. */
export function noticeWithFile(content: string, file: OutgoingFile): Outgoing {
  return {
    components: [text(content), { type: ComponentType.File, file: { url: `attachment://${file.name}` } }],
    files: [file],
  };
}

/** A line between two parts of a message. */
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

export function button(customId: string, label: string, disabled = false): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId,
    label,
    ...(disabled ? { disabled } : {}),
  };
}

/** A small button: an emoji, and what is counted by it unless that is nothing. */
export function countButton(customId: string, emoji: string, count: number): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId,
    emoji: { name: emoji },
    ...(count > 0 ? { label: count.toLocaleString('en-GB') } : {}),
  };
}

/** The most buttons that a row holds. */
export const ROW = 5;

export function buttonRow(...buttons: APIButtonComponentWithCustomId[]): APIComponentInContainer {
  return { type: ComponentType.ActionRow, components: buttons };
}

/** Returns the text of a message, in order. It is sent where components are not possible. */
export function plainText({ components }: Outgoing): string {
  return cutLines(components.flatMap(texts).join('\n\n'), CONTENT);
}

function texts(component: APIMessageTopLevelComponent | APIComponentInContainer): string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content];
    case ComponentType.Container:
      return component.components.flatMap(texts);
    default:
      return [];
  }
}

/** Returns as many whole lines from the start as fit. */
function cutLines(whole: string, limit: number): string {
  if (whole.length <= limit) return whole;
  const end = whole.lastIndexOf('\n', limit - 2);
  return `${whole.slice(0, end > 0 ? end : limit - 2).trimEnd()}\n…`;
}
