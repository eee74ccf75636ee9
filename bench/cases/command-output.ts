import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtMain } from '../../test/built.js';

interface CommandCall {
  /** `@DIR@` stands for the case's folder, `@WORK@` for the folder in which the command runs. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

const DEADLINE = 120_000;

/** Runs the built command line in an empty folder, and returns what it printed. Progress is left out. */
export function commandOutput(call: CommandCall, caseFolder: string, articles: string | null): string {
  const { args, env = {}, stdin = '' } = call;
  const work = mkdtempSync(path.join(tmpdir(), 'clippings-case-'));
  try {
    const done = spawnSync(
      process.execPath,
      [builtMain(), ...args.map((arg) => arg.replace('@DIR@', caseFolder).replace('@WORK@', work))],
      {
        cwd: work,
        env: { ...process.env, ...settings(work, articles ?? ownArticles(caseFolder)), ...env },
        input: stdin,
        encoding: 'utf8',
        timeout: DEADLINE,
      },
    );
    const errors = done.stderr
      .split('\n')
      .filter((line) => line !== '' && !/^(?:Building|Reading) /.test(line));
    return [
      `$ clippings ${args.join(' ')}\n${done.stdout}`,
      errors.length > 0 ? `\nSTDERR ${errors.join('\n')}\n` : '',
      done.status ? `EXIT ${done.status}` : '',
    ].join('');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function ownArticles(caseFolder: string): string | null {
  const folder = path.join(caseFolder, 'articles');
  return existsSync(folder) ? folder : null;
}

function settings(work: string, articles: string | null): Record<string, string> {
  return {
    DISCORD_TOKEN: '',
    NO_COLOR: '1',
    COLUMNS: '200',
    INDEX_FOLDER: path.join(work, 'index'),
    STORE_URL: `file:${path.join(work, 'c.db')}`,
    ...(articles === null ? {} : { ARTICLES_FOLDER: articles }),
  };
}
