import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { ApiError, type Json } from './api-error.js';

/** Checks a body against Discord's published schema. */
export function checkSchema(schema: ZodMiniType, body: unknown): void {
  const parsed = schema.safeParse(body);
  if (parsed.success) return;
  const issue = parsed.error.issues[0];
  throw new ApiError(400, 50035, `Invalid Form Body: ${issue?.path.join('.')}: ${issue?.message}`);
}

const COMPONENTS_V2 = 1 << 15;
const MAX_COMPONENTS = 40;
const MAX_DISPLAY_TEXT = 4000;
const V2_TYPES = new Set([9, 10, 11, 12, 13, 14, 17]);

/** What Discord refuses about a message as it would stand after the request, and the schemas let through. */
export function checkMessage(message: Json): void {
  const flags = Number(message.flags ?? 0);
  const content = String(message.content ?? '');
  const embeds = asArray(message.embeds);
  const top = asArray(message.components);
  const all = flatten(top);

  if (content.length > 2000) refuse('content: Must be 2000 or fewer in length.');
  const embedText = embeds.reduce((sum, embed) => sum + textLength(embed), 0);
  if (embedText > 6000) refuse('embeds: Embed size exceeds maximum size of 6000');

  const ids = all.map((component) => component.custom_id).filter((id) => id !== undefined && id !== null);
  if (new Set(ids).size < ids.length) refuse('components: Component custom id cannot be duplicated');
  for (const component of all) checkComponent(component);

  if ((flags & COMPONENTS_V2) !== 0) {
    if (content !== '' || embeds.length > 0) {
      refuse('The content and embeds fields cannot be used with MessageFlags.IS_COMPONENTS_V2');
    }
    if (all.length === 0) throw new ApiError(400, 50006, 'Cannot send an empty message');
    if (all.length > MAX_COMPONENTS)
      refuse(`components: ${all.length} exceed the limit of ${MAX_COMPONENTS}`);
    const displayed = all.reduce(
      (sum, { type, content: text }) => sum + (type === 10 ? String(text).length : 0),
      0,
    );
    if (displayed > MAX_DISPLAY_TEXT) refuse(`components: ${displayed} characters of text exceed 4000`);
  } else {
    if (all.some(({ type }) => V2_TYPES.has(Number(type)))) {
      refuse('components: this component needs MessageFlags.IS_COMPONENTS_V2');
    }
    if (top.length > 5) refuse('components: Must be 5 or fewer in length.');
    if (content === '' && embeds.length === 0 && top.length === 0) {
      throw new ApiError(400, 50006, 'Cannot send an empty message');
    }
  }
}

function checkComponent(component: Json): void {
  const children = asArray(component.components);
  if (component.type === 1 && children.some(({ type }) => type !== 2) && children.length > 1) {
    refuse('components: a select menu fills its row');
  }
  if (component.type !== 2) return;
  const isLink = component.style === 5;
  if (isLink !== (typeof component.url === 'string'))
    refuse('url: belongs to link buttons, and only to them');
  if (!isLink && typeof component.custom_id !== 'string') refuse('custom_id: This field is required');
  if (!component.label && !component.emoji) refuse('label: A button needs a label or an emoji');
}

const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What Discord refuses about commands, and the schemas let through. */
export function checkCommands(commands: unknown): asserts commands is Json[] {
  if (!Array.isArray(commands)) refuse('Only arrays are allowed here');
  const seen = new Set<string>();
  for (const command of commands as Json[]) {
    checkSchema(spec.ApplicationCommandUpdateRequestSchema, command);
    const name = String(command.name);
    const type = Number(command.type ?? 1);
    if (seen.has(`${type} ${name}`)) refuse(`name: ${name}: Application command names must be unique`);
    seen.add(`${type} ${name}`);
    if (type === 1) {
      checkName(name);
      if (!command.description) refuse(`description: ${name}: This field is required`);
      checkOptions(asArray(command.options));
    } else if (command.description) refuse(`description: ${name}: only chat input commands have one`);
  }
}

function checkOptions(options: Json[]): void {
  let optional = false;
  for (const option of options) {
    checkName(String(option.name));
    if (option.required === true && optional)
      refuse(`options: ${option.name}: Required options must be placed first`);
    optional ||= option.required !== true;
    checkOptions(asArray(option.options));
  }
}

function checkName(name: string): void {
  if (!COMMAND_NAME.test(name) || name !== name.toLowerCase())
    refuse(`name: ${name}: Command name is invalid`);
}

/** A component and all that are nested in it. */
export function flatten(components: Json[]): Json[] {
  return components.flatMap((component) => {
    const accessory = component.accessory ? [component.accessory as Json] : [];
    return [component, ...flatten([...asArray(component.components), ...accessory])];
  });
}

export function asArray(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}

function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key.endsWith('url') ? 0 : textLength(part)),
    0,
  );
}

function refuse(message: string): never {
  throw new ApiError(400, 50035, `Invalid Form Body: ${message}`);
}
