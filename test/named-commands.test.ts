import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('messages name a command as it is run', () => {
  const readme = readFileSync('README.md', 'utf8');
  const commands = [...new Set([...readme.matchAll(/npx clippings ([a-z]+)/g)].map(([, name]) => name))];
  expect(commands).toContain('ask');
  const named = new RegExp(`(?<!npx |['"])\\bclippings (?:${commands.join('|')})\\b`);
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const lines = files.flatMap((file) => readFileSync(join('src', file), 'utf8').split('\n'));
  const said = lines.filter((line) => !/^\s*(?:\*|\/\*|\/\/)/.test(line));
  expect(said.filter((line) => named.test(line))).toEqual([]);
});
