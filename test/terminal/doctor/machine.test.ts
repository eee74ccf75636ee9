import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNode, checkSpace, spaceFinding } from '../../../src/terminal/doctor/machine.js';

const project = join(import.meta.dirname, '../../..');
const MEGABYTE = 2 ** 20;

describe('Node.js', () => {
  it.each(['20.19.0', '22.3.0', '24.1.0', '26.12.1'])('%s is good', (version) => {
    expect(checkNode(version)).toMatchObject({ state: 'good', words: version });
  });

  it.each(['18.20.0', '20.18.1'])('%s is too old', (version) => {
    expect(checkNode(version)).toMatchObject({ state: 'wrong', words: `${version} is too old` });
  });

  it('is told of when nobody tested it', () => {
    expect(checkNode('23.1.0')).toMatchObject({ state: 'note' });
  });

  it('has the versions that package.json, .nvmrc and the README name', () => {
    const { engines } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(engines.node).toBe('>=20.19');
    const recommended = readFileSync(join(project, '.nvmrc'), 'utf8').trim();
    expect(checkNode(`${recommended}.0.0`).state).toBe('good');
    expect(readFileSync(join(project, 'README.md'), 'utf8')).toContain('20.19');
  });
});

describe('the space on a drive', () => {
  it('is looked at once, though two folders are on it', async () => {
    expect(await checkSpace([tmpdir(), tmpdir(), join(tmpdir(), 'no', 'such')])).toHaveLength(1);
  });

  it.each([
    ['good', 5000],
    ['note', 500],
    ['wrong', 50],
  ] as const)('is %s with %d MB', (state, megabytes) => {
    expect(spaceFinding('/data', megabytes * MEGABYTE).state).toBe(state);
  });
});
