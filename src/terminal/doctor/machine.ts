import { stat, statfs } from 'node:fs/promises';
import type { Finding } from '../../finding.js';

/** The versions of Node.js that Clippings is tested on. */
const TESTED = [20, 22, 24, 26];
/** The oldest version that works, as major and minor number. */
const OLDEST = [20, 19] as const;

const MEGABYTE = 2 ** 20;
/** Free space under which nothing more should be written, and under which the operator should hear of it. */
const FULL = 100 * MEGABYTE;
const NEARLY_FULL = 1024 * MEGABYTE;

/** @param version as `process.versions.node` has it */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const part = 'Node.js';
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    const hint = `Install ${TESTED.slice(1).join(', ')} or another version from ${OLDEST.join('.')} on.`;
    return { part, state: 'wrong', words: `${version} is too old`, hint };
  }
  if (TESTED.includes(major)) return { part, state: 'good', words: version };
  const words = `${version}: Clippings is not tested on it`;
  return { part, state: 'note', words, hint: `It is on ${TESTED.join(', ')}.` };
}

/** Checks the space on the drives of these folders; one finding a drive. Folders that are missing are left out. */
export async function checkSpace(folders: readonly string[]): Promise<Finding[]> {
  const drives = new Map<number, string>();
  for (const folder of folders) {
    const found = await stat(folder).catch(() => null);
    if (found !== null && !drives.has(found.dev)) drives.set(found.dev, folder);
  }
  return Promise.all([...drives.values()].map(spaceAt));
}

async function spaceAt(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  return spaceFinding(folder, bavail * bsize);
}

/** @param free in bytes */
export function spaceFinding(folder: string, free: number): Finding {
  const amount =
    free < NEARLY_FULL ? `${Math.floor(free / MEGABYTE)} MB` : `${Math.floor(free / 2 ** 30)} GB`;
  const words = `${amount} free at ${folder}`;
  const hint = 'Make room: articles, index and database are written there.';
  if (free < FULL) return { part: 'disk', state: 'wrong', words, hint };
  return free < NEARLY_FULL
    ? { part: 'disk', state: 'note', words, hint }
    : { part: 'disk', state: 'good', words };
}
