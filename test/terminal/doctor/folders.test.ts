import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, checkSecret } from '../../../src/terminal/doctor/folders.js';
import { lacking } from '../../lacking.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clippings-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Rights do not bind the user root. */
const isBound = !lacking.modes && process.getuid?.() !== 0;

describe('a folder', () => {
  it('is good when it can be read and written, and nothing stays in it', async () => {
    expect(await checkFolder('articles', folder)).toMatchObject({ part: 'articles', state: 'good' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is good when it can be made', async () => {
    const missing = join(folder, 'a', 'b');
    expect(await checkFolder('articles', missing)).toMatchObject({
      state: 'good',
      words: `${missing} will be made when it is needed`,
    });
  });

  it('is told of when it is missing and nothing makes it', async () => {
    const missing = join(folder, 'nosuch');
    expect(await checkFolder('articles', missing, false)).toMatchObject({
      state: 'note',
      words: `${missing} is not there, so nothing can be answered`,
    });
  });

  it('is wrong when it is none', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await checkFolder('index', file)).toMatchObject({
      state: 'wrong',
      words: `${file} cannot be read (ENOTDIR)`,
    });
  });

  it.skipIf(!isBound)('is wrong when it cannot be written (not tried as root)', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o500 });
    expect(await checkFolder('index', closed)).toMatchObject({
      state: 'wrong',
      words: `${closed} cannot be written (EACCES)`,
    });
  });
});

describe('a file with a secret', () => {
  it('is not told of when it is missing', async () => {
    expect(await checkSecret('key', join(folder, 'none'))).toEqual([]);
  });

  it.skipIf(lacking.modes)('is told of when others may read it', async () => {
    const file = join(folder, '.env');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    expect(await checkSecret('settings', file)).toMatchObject([
      { state: 'note', hint: `Run: chmod 600 ${file}` },
    ]);
    chmodSync(file, 0o600);
    expect(await checkSecret('settings', file)).toMatchObject([{ state: 'good' }]);
  });
});
