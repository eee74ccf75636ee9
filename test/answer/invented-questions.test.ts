import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventedArchive } from '../../bench/archives/invented-archive.js';
import { clippingsForMembers } from '../../bench/engines/clippings-members.js';
import { measureMembers } from '../../bench/measures/members.js';
import { silentProgress } from '../../bench/progress.js';
import { readMembers } from '../../bench/sets/members.js';

const FOLDER = fileURLToPath(new URL('../questions/invented/', import.meta.url));

describe('questions about invented events, which nothing was learned from', () => {
  let figures: Readonly<Record<string, number | null>>;

  beforeAll(async () => {
    const questions = readMembers(path.join(FOLDER, 'questions.jsonl'));
    const archive = await inventedArchive(path.join(FOLDER, 'articles'));
    const { result } = await measureMembers(clippingsForMembers(archive), questions, silentProgress);
    figures = result.figures;
  }, 300_000);

  // The floors lie below what was measured, by about the error of a hundred questions.
  it.each([
    ['right first quote, seen at all', 0.55],
    ['right among three, seen at all', 0.75],
    ['answers whose first quote is right', 0.65],
  ])('%s: at least %d', (name, floor) => {
    expect(figures[name]).toBeGreaterThanOrEqual(floor);
  });

  it.each([
    ['answered, of unanswerable', 0.35],
    ['told none, of answerable', 0.15],
  ])('%s: at most %d', (name, ceiling) => {
    expect(figures[name]).toBeLessThanOrEqual(ceiling);
  });
});
