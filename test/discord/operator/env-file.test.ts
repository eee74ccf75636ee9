import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withSetting, writeSetting } from '../../../src/discord/operator/env-file.js';
import { lacking } from '../../lacking.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clippings-env-'));
  file = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

const setting = { name: 'DISCORD_TOKEN', value: 'a.b-c_d' };
const template = async () => '# The token.\nDISCORD_TOKEN=\n\nLOG_LEVEL=info\n';

describe('a setting', () => {
  it('takes the place of its line, and leaves all others', () => {
    const text = 'A=1\n# DISCORD_TOKEN=old\nexport DISCORD_TOKEN = "old"\nB=2\n';
    expect(withSetting(text, 'DISCORD_TOKEN', "new$&'")).toBe(
      "A=1\n# DISCORD_TOKEN=old\nDISCORD_TOKEN=new$&'\nB=2\n",
    );
  });

  it('is added where there is none', () => {
    expect(withSetting('A=1', 'B', '2')).toBe('A=1\nB=2\n');
  });
});

describe('the file of settings', () => {
  it('is made from the template', async () => {
    await writeSetting(file, setting, template);
    expect(parse(readFileSync(file))).toEqual({ DISCORD_TOKEN: 'a.b-c_d', LOG_LEVEL: 'info' });
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it.skipIf(lacking.modes)('can be read by its owner only, also if others could before', async () => {
    writeFileSync(file, 'A=1\n', { mode: 0o644 });
    await writeSetting(file, setting, template);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parse(readFileSync(file))).toEqual({ A: '1', DISCORD_TOKEN: 'a.b-c_d' });
  });

  it('that cannot be written is named', async () => {
    const nowhere = join(folder, 'none', '.env');
    await expect(writeSetting(nowhere, setting, template)).rejects.toMatchObject({
      code: 'env-file-unwritable',
      message: expect.stringContaining(nowhere),
    });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
