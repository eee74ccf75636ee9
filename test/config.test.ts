import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataHomeOf, readConfig, searchCluster, settings } from '../src/config.js';
import { UserError } from '../src/user-error.js';

const project = resolve(import.meta.dirname, '..');
const allSettings = Object.values(settings);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clippings-config-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function errorOf(action: () => unknown): UserError {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the settings', () => {
  it('have defaults that need nothing from the operator', () => {
    expect(readConfig({}, [folder])).toMatchObject({
      discordToken: null,
      articlesFolder: join(project, 'articles'),
      indexFolder: join(project, 'index'),
      logLevel: 'info',
    });
  });

  it('keep nothing inside a package that npm installed, as npm replaces it whole', () => {
    expect(dataHomeOf(join(folder, 'node_modules', 'clippings'), folder)).toBe(folder);
    expect(dataHomeOf(join(folder, 'clippings'), folder)).toBe(join(folder, 'clippings'));
  });

  it('come from the environment before .env', () => {
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKEN=from-file\nLOG_LEVEL=debug\n');
    expect(readConfig({ DISCORD_TOKEN: 'from-environment' }, [folder])).toMatchObject({
      discordToken: 'from-environment',
      logLevel: 'debug',
    });
  });

  it('are the defaults when they are empty, whatever .env says', () => {
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKEN=from-file\nLOG_LEVEL=\n');
    expect(readConfig({ DISCORD_TOKEN: ' ' }, [folder])).toMatchObject({
      discordToken: null,
      logLevel: 'info',
    });
  });

  it('resolve relative paths from the folder in which they were written', () => {
    writeFileSync(join(folder, '.env'), 'ARTICLES_FOLDER=./news\n');
    const { articlesFolder, indexFolder } = readConfig({ INDEX_FOLDER: 'built' }, [folder]);
    expect({ articlesFolder, indexFolder }).toEqual({
      articlesFolder: join(folder, 'news'),
      indexFolder: resolve('built'),
    });
  });

  it('are refused by name when wrong', () => {
    const error = errorOf(() => readConfig({ LOG_LEVEL: 'loud' }, [folder]));
    expect(error.code).toBe('setting-invalid');
    expect(error.message).toMatch(/LOG_LEVEL.*"info"/);
  });

  it.each([
    ['', null],
    ['auto', 'auto'],
    ['AUTO', 'auto'],
    ['1', 1],
    ['16', 16],
  ])('SHARDS=%s is %s', (SHARDS, shards) => {
    expect(readConfig({ SHARDS }, [folder]).shards).toBe(shards);
  });

  it.each([
    ['SHARDS', '0'],
    ['SHARDS', 'many'],
    ['OPERATOR_CONTACT', 'news@example.org'],
    ['OPERATOR_CONTACT', 'mailto:nobody'],
    ['OPERATOR_CONTACT', 'javascript:alert(1)'],
    ['OPERATOR_CONTACT', 'https://example.org/a b'],
    ['METRICS_PORT', '70000'],
    ['METRICS_PORT', '0x50'],
    ['STORE_URL', '/var/lib/clippings.db'],
    ['STORE_URL', 'postgres://host/clippings'],
    ['DISCORD_API_URL', 'https://user:secret@proxy.example/api'],
    ['SEARCH_URL', 'localhost:9200'],
    ['SEARCH_URL', 'http://a:9200,ftp://b'],
    ['SEARCH_INDEX', 'My Archive'],
    ['SEARCH_SHARDS', 'few'],
    ['SEARCH_SHARDS', '1e2'],
    ['COOLDOWN_SECONDS', '0x10'],
    ['COOLDOWN_SECONDS', '1_0'],
    ['RETENTION_DAYS', '0b11'],
  ])('%s=%s is refused', (name, value) => {
    expect(errorOf(() => readConfig({ [name]: value }, [folder])).message).toMatch(
      new RegExp(`^The setting ${name} is wrong: it must be`),
    );
  });

  it.each(['https://discord.gg/clippings', 'mailto:news@example.org'])(
    'OPERATOR_CONTACT=%s is one',
    (contact) => {
      expect(readConfig({ OPERATOR_CONTACT: contact }, [folder]).operatorContact).toBe(contact);
    },
  );

  it('name a cluster by the addresses of its nodes, or none', () => {
    expect(searchCluster(readConfig({}, [folder]))).toBeNull();
    const given = {
      SEARCH_URL: 'https://one:9200, https://two:9200',
      SEARCH_USER: 'clippings',
      SEARCH_PASSWORD: 'secret',
      SEARCH_CA_FILE: 'ca.pem',
      SEARCH_SHARDS: '3',
    };
    expect(searchCluster(readConfig(given, [folder]))).toEqual({
      nodes: ['https://one:9200', 'https://two:9200'],
      user: 'clippings',
      password: 'secret',
      caFile: resolve('ca.pem'),
      name: 'clippings',
      shards: 3,
    });
  });

  it('are refused by file when .env cannot be read', () => {
    mkdirSync(join(folder, '.env'));
    const error = errorOf(() => readConfig({}, [folder]));
    expect(error.message).toContain(join(folder, '.env'));
  });
});

describe('what the operator reads', () => {
  it('.env.example explains every setting, and no other', () => {
    const blocks = readFileSync(join(project, '.env.example'), 'utf8').trim().split('\n\n').slice(1);
    const explained = blocks.map((block) => {
      const [, meaning, name] = /^# (.*)\n(\w+)=.*$/.exec(block) ?? [];
      return { name, meaning };
    });
    expect(explained).toEqual(allSettings.map(({ name, meaning }) => ({ name, meaning })));
  });

  it('.env.example changes nothing when it is copied as it is', () => {
    writeFileSync(join(folder, '.env'), readFileSync(join(project, '.env.example')));
    expect(readConfig({}, [folder])).toEqual(readConfig({}, []));
  });

  it('docs/settings.md lists every setting, and no other', () => {
    const settings = readFileSync(join(project, 'docs/settings.md'), 'utf8');
    const rows = [...settings.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(allSettings.map(({ name }) => name));
  });
});
