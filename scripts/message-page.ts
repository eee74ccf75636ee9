import type { APIComponentInContainer, APIMessageComponent } from 'discord.js';
import { ComponentType } from 'discord.js';
import type { Outgoing } from '../src/discord/rendering/message.js';

/**
 * Renders a message as an HTML page that looks much like Discord, for pictures: what a member typed, if
 * anything, and the bot's reply.
 */
export function messagePage(asked: string | null, reply: Outgoing): string {
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
    ${asked === null ? '' : message('M', '#5865f2', 'mara', `<p><span class="mention">@Clippings</span> ${inline(asked)}</p>`)}
    ${message('C', '#2f6f4f', 'Clippings <b>APP</b>', reply.components.map(component).join(''))}`;
}

function message(letter: string, colour: string, name: string, body: string): string {
  return `<section class="message"><i style="background:${colour}">${letter}</i><div><h1>${name}</h1>${body}</div></section>`;
}

function component(part: APIMessageComponent | APIComponentInContainer): string {
  switch (part.type) {
    case ComponentType.Container: {
      const colour = `#${(part.accent_color ?? 0).toString(16).padStart(6, '0')}`;
      return `<div class="container" style="border-left-color:${colour}">${part.components.map(component).join('')}</div>`;
    }
    case ComponentType.Section:
      return `<div class="section"><div>${part.components.map(component).join('')}</div>${component(part.accessory)}</div>`;
    case ComponentType.ActionRow:
      return `<div class="row">${part.components.map(component).join('')}</div>`;
    case ComponentType.TextDisplay:
      return part.content.split('\n').map(line).join('');
    case ComponentType.Button:
      return `<button>${'label' in part ? inline(part.label ?? '') : ''}</button>`;
    default:
      return '';
  }
}

function line(text: string): string {
  if (text.startsWith('> ')) return `<blockquote>${inline(text.slice(2))}</blockquote>`;
  if (text.startsWith('## ')) return `<h2>${inline(text.slice(3))}</h2>`;
  if (text.startsWith('-# ')) return `<small>${inline(text.slice(3))}</small>`;
  return `<p>${inline(text)}</p>`;
}

/** Renders the Markdown that we write: escapes, bold, links. */
function inline(text: string): string {
  return text.replace(
    /\\([^A-Za-z0-9\s])|\*\*(.+?)(?<!\\)\*\*|\[([^\]]+)\]\(([^)]+)\)|[&<>]/g,
    (all, escaped?: string, bold?: string, label?: string) => {
      if (escaped) return `&#${escaped.codePointAt(0)};`;
      if (bold) return `<strong>${inline(bold)}</strong>`;
      if (label) return `<a>${inline(label)}</a>`;
      return `&#${all.codePointAt(0)};`;
    },
  );
}

const STYLE = `
  body { margin: 0; padding: 16px 20px; width: 680px; background: #313338; color: #dbdee1;
    font: 16px/1.375 "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif; }
  .message { display: flex; gap: 16px; margin-bottom: 18px; }
  .message > i { flex: none; width: 40px; height: 40px; border-radius: 50%; color: #fff; text-align: center;
    font: 20px/40px sans-serif; }
  .message > div { flex: 1; }
  h1 { margin: 0 0 2px; font-size: 16px; font-weight: 500; color: #f2f3f5; }
  h1 b { background: #5865f2; color: #fff; border-radius: 3px; padding: 0 4px; font-size: 10px; vertical-align: 2px; }
  h2 { margin: 0; font-size: 20px; color: #f2f3f5; }
  p { margin: 0; } .mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; }
  .container { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px;
    padding: 14px 16px; display: flex; flex-direction: column; gap: 10px; }
  .section { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; }
  .row { display: flex; gap: 8px; }
  blockquote { margin: 0; padding-left: 12px; border-left: 4px solid #4e5058; }
  small { display: block; margin-top: 3px; font-size: 13px; color: #949ba4; }
  strong { color: #f2f3f5; } a { color: #00a8fc; }
  button { flex: none; background: #4e5058; color: #fff; border: 0; border-radius: 8px; padding: 8px 14px;
    font: 500 14px/1 inherit; font-family: inherit; }
`;
