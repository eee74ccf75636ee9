import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../../src/user-error.js';

/** Reads a file of one JSON object a line (`.gz` is unpacked); every line must fit `schema`. */
export function readJsonLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readText(file).split('\n');
  const rows: T[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const parsed = schema.safeParse(parseJson(line, file, index + 1));
    if (!parsed.success) {
      throw new UserError(
        'eval-bad-line',
        `${file}, line ${index + 1}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
        'bench/README.md describes the files.',
      );
    }
    rows.push(parsed.data);
  });
  if (rows.length === 0) throw new UserError('eval-empty-file', `${file} holds no lines.`);
  return rows;
}

/** The file's text, unpacked when its name ends in `.gz`. */
export function readText(file: string): string {
  if (!existsSync(file)) {
    throw new UserError(
      'eval-no-file',
      `${file} is missing.`,
      `Name the folder with --data, or leave the set out with --only.`,
    );
  }
  try {
    const bytes = readFileSync(file);
    return (path.extname(file) === '.gz' ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new UserError('eval-unreadable', `${file} cannot be read: ${reasonOf(error)}.`, null, {
      cause: error,
    });
  }
}

function parseJson(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UserError('eval-bad-json', `${file}, line ${number} is not JSON: ${reasonOf(error)}.`, null, {
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
