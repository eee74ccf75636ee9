import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { UserError } from '../../user-error.js';

/** Only its owner may read or write it: it holds the token. */
const MODE = 0o600;

/**
 * Sets a setting in a file of settings and leaves all others as they are. The file is made if there is none,
 * from `template`. It is replaced whole, and only its owner can read it from then on.
 * @throws UserError `env-file-unwritable`
 */
export async function writeSetting(
  file: string,
  { name, value }: { readonly name: string; readonly value: string },
  template: () => Promise<string>,
): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    const before = await readFile(file, 'utf8').catch(async (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return template();
      throw error;
    });
    const handle = await open(draft, 'wx', MODE);
    try {
      await handle.writeFile(withSetting(before, name, value));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new UserError(
      'env-file-unwritable',
      `The settings file ${file} cannot be written${code}.`,
      `Write it by hand, with the line ${name}=…`,
      { cause: error },
    );
  }
}

/** Returns the text of a file of settings with this one changed, or added at its end. */
export function withSetting(text: string, name: string, value: string): string {
  const line = `${name}=${value}`;
  const pattern = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=.*$`, 'm');
  // A function, because the value may hold what `replace` gives a meaning to.
  if (pattern.test(text)) return text.replace(pattern, () => line);
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;
}
