import type { APIComponentInContainer, APIMessageComponent } from 'discord.js';
import { ComponentType } from 'discord.js';
import type { Outgoing } from '../../src/discord/rendering/message.js';
import type { Look } from './look.js';

/** What a member did, and the bot's answer. */
export interface Scene {
  /** A message to the bot, or a command. */
  /** Null for a message that nobody asked for. */
  readonly said: string | null;
  readonly isCommand: boolean;
  readonly reply: Outgoing;
}

/** Renders a scene as an HTML page that looks much like Discord, for pictures. */
export function messagePage(scene: Scene, look: Look): string {
  return `<!doctype html><meta charset="utf-8"><style>${styleOf(look)}</style>${sceneOf(scene)}`;
}

/**
 * Renders a page that measures how high each scene is with each look.
 * @returns the page; in its element `heights` stands a JSON array of CSS pixels, look by look
 */
export function measuringPage(scenes: readonly Scene[], looks: readonly Look[]): string {
  const frames = looks.flatMap((look) =>
    scenes.map((scene) => {
      const page = messagePage(scene, look).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      return `<iframe width="${look.width}" height="10" srcdoc="${page}"></iframe>`;
    }),
  );
  return `<!doctype html><meta charset="utf-8">${frames.join('')}<pre id="heights"></pre><script>
    addEventListener('load', () => {
      const heights = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument.body.offsetHeight);
      document.getElementById('heights').textContent = JSON.stringify(heights);
    });</script>`;
}

function sceneOf({ said, isCommand, reply }: Scene): string {
  const mine = message('C', '#2f6f4f', 'Clippings <b>APP</b>', reply.components.map(component).join(''));
  if (said === null) return mine;
  const asked = isCommand
    ? `<p class="above"><i>↱</i><b>mara</b> used <span class="command">${inline(said)}</span></p>`
    : `<p class="above"><i>↱</i><b>@mara</b> <span class="mention">@Clippings</span> ${inline(said)}</p>`;
  if (isCommand) return asked + mine;
  const theirs = `<p><span class="mention">@Clippings</span> ${inline(said)}</p>`;
  return message('M', '#5865f2', 'mara', theirs) + asked + mine;
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
    case ComponentType.Separator:
      return '<hr>';
    case ComponentType.ActionRow:
      return `<div class="row">${part.components.map(component).join('')}</div>`;
    case ComponentType.TextDisplay:
      return `<div>${part.content.split('\n').map(line).join('')}</div>`;
    case ComponentType.StringSelect:
      return `<div class="select">${inline(part.placeholder ?? '')}<span>⌄</span></div>`;
    case ComponentType.Button: {
      const emoji = 'emoji' in part ? (part.emoji?.name ?? '') : '';
      const label = 'label' in part ? inline(part.label ?? '') : '';
      const isLink = 'url' in part;
      return `<button>${[emoji, label].filter(Boolean).join('&nbsp; ')}${isLink ? ' ↗' : ''}</button>`;
    }
    default:
      return '';
  }
}

function line(text: string): string {
  if (text.startsWith('> ')) return `<blockquote>${inline(text.slice(2))}</blockquote>`;
  if (text.startsWith('## ')) return `<h2>${inline(text.slice(3))}</h2>`;
  if (text.startsWith('-# ')) return `<small>${inline(text.slice(3))}</small>`;
  if (text.startsWith('- ')) return `<p class="item">${inline(text.slice(2))}</p>`;
  return `<p>${inline(text)}</p>`;
}

/** Renders the Markdown that we write: escapes, bold, italics, links, commands. */
function inline(text: string): string {
  return text.replace(
    /\\([^A-Za-z0-9\s])|\*\*(.+?)(?<!\\)\*\*|\[([^\]]+)\]\(([^)]+)\)|<(\/[^:]+):\d+>|`([^`]+)`|[&<>]/g,
    (all, escaped?: string, bold?: string, label?: string, _?: string, command?: string, code?: string) => {
      if (escaped) return `&#${escaped.codePointAt(0)};`;
      if (bold) return `<strong>${inline(bold)}</strong>`;
      if (label) return `<a>${inline(label)}</a>`;
      if (command) return `<span class="mention">${command}</span>`;
      if (code) return `<code>${code}</code>`;
      return `&#${all.codePointAt(0)};`;
    },
  );
}

function styleOf({ theme, width }: Look): string {
  return `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 14px 16px 4px; width: ${width}px; background: ${theme.page}; color: ${theme.text};
    font: 16px/1.375 "gg sans", "Open Sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif; }
  .message { display: flex; gap: 14px; margin-bottom: 16px; }
  .message > i { flex: none; width: 40px; height: 40px; border-radius: 50%; color: #fff; text-align: center;
    font: 20px/40px sans-serif; }
  .message > div { flex: 1; min-width: 0; }
  .above { display: flex; gap: 5px; align-items: center; margin: 0 0 3px 20px; font-size: 14px; color: ${theme.muted};
    white-space: nowrap; overflow: hidden; } .above i { font-style: normal; margin-right: 14px; }
  .command { color: ${theme.link}; }
  h1 { margin: 0 0 2px; font-size: 16px; font-weight: 600; color: ${theme.strong}; }
  h1 b { background: #5865f2; color: #fff; border-radius: 3px; padding: 0 4px; font-size: 10px; vertical-align: 2px; }
  h2 { margin: 0; font-size: 20px; color: ${theme.strong}; }
  p { margin: 0; } .item { padding-left: 18px; text-indent: -14px; } .item::before { content: "•"; margin-right: 8px; }
  .mention { background: ${theme.mention}; color: ${theme.mentionText}; border-radius: 3px; padding: 0 2px; }
  code { background: ${theme.edge}; border-radius: 4px; padding: 0 4px; font-size: 14px; }
  .container { background: ${theme.card}; border: 1px solid ${theme.edge}; border-left: 4px solid; border-radius: 8px;
    padding: 12px 14px; display: flex; flex-direction: column; gap: 8px; max-width: 600px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; }
  hr { width: 100%; margin: 2px 0; border: 0; border-top: 1px solid ${theme.edge}; }
  blockquote { margin: 0; min-height: 9px; padding-left: 12px; border-left: 4px solid ${theme.quote}; }
  small { display: block; margin-top: 3px; font-size: 13px; color: ${theme.muted}; }
  strong { color: ${theme.strong}; } a { color: ${theme.link}; }
  button { flex: none; background: ${theme.button}; color: ${theme.buttonText}; border: 0; border-radius: 8px;
    padding: 8px 12px; font: 500 14px/1.1 inherit; font-family: inherit; }
  .select { flex: 1; display: flex; justify-content: space-between; background: ${theme.page}; color: ${theme.muted};
    border: 1px solid ${theme.edge}; border-radius: 8px; padding: 8px 12px; font-size: 14px; }
`;
}
