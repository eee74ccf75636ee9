import type { LocalizationMap } from 'discord.js';
import { expect, test } from 'vitest';
import { DEFINITIONS } from '../../../src/discord/commands/registry.js';
import { COMMAND_WORDS } from '../../../src/discord/rendering/command-words.js';

interface Worded {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  readonly description_localizations?: LocalizationMap | null;
  readonly options?: readonly Worded[];
}

const named = (worded: Worded, parent = ''): [string, Worded][] => {
  const path = `${parent}${worded.name}`;
  return [[path, worded], ...(worded.options ?? []).flatMap((option) => named(option, `${path} `))];
};
const all = new Map(DEFINITIONS.flatMap((definition) => named(definition as Worded)));

test('all words in other languages belong to a command or option that there is', () => {
  expect(Object.keys(COMMAND_WORDS).filter((path) => !all.has(path))).toEqual([]);
});

test('they are names and descriptions that Discord takes', () => {
  for (const [path, { name_localizations, description_localizations }] of all) {
    const isSlash = path !== 'Find sources';
    for (const name of Object.values(name_localizations ?? {}))
      expect(name).toMatch(isSlash ? /^[-_'\p{Ll}\p{N}]{1,32}$/u : /^.{1,32}$/u);
    for (const description of Object.values(description_localizations ?? {}))
      expect(String(description).length).toBeLessThanOrEqual(100);
  }
});

test('no two commands have the same name in one language', () => {
  for (const locale of ['de', 'fr', 'es-ES'] as const) {
    const names = DEFINITIONS.map(({ name, name_localizations }) => name_localizations?.[locale] ?? name);
    expect(new Set(names).size).toBe(names.length);
  }
});
