import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { composeAlert } from '../../src/watch/compose-alert.js';
import { anArticle } from '../archive/fixtures.js';

const first = anArticle({
  id: 'first',
  title: 'Ferry sinks off Port Ellen',
  published: '2026-03-09T08:00:00Z',
  paragraphs: [
    'A ferry sank in a storm off the island of Islay near Port Ellen on Monday, killing at least 12 people.',
    'The coastguard searched for survivors of the ferry with three helicopters and a lifeboat.',
  ],
});
const later = anArticle({
  id: 'later',
  title: 'Death toll of Port Ellen ferry rises',
  published: '2026-03-09T20:00:00Z',
  paragraphs: [
    'At least 15 people died when a ferry sank in a storm off the island of Islay near Port Ellen on Monday.',
    'The owner of the vessel said its radio had failed twice in February and had not been repaired since.',
  ],
});
const copy = anArticle({
  id: 'copy',
  title: 'Ferry sinks off Port Ellen',
  published: '2026-03-09T09:00:00Z',
  paragraphs: [
    'A ferry sank in a storm off the island of Islay near Port Ellen on Monday, killing at least 12 people.',
  ],
});
const archive = await buildArchive([first, later, copy]);

test('an alert quotes the sentence that holds the words of the watch', async () => {
  const alert = await composeAlert(archive, { words: 'vessel radio', article: 'later', previous: null });
  expect(alert?.sentence.text).toContain('its radio had failed');
  expect(alert?.sentence).toMatchObject({ article: 'later', paragraph: 2 });
  expect(alert?.news).toBeNull();
});

test('it says what the last one did not: figures that grew, and the sentence that is new', async () => {
  const alert = await composeAlert(archive, { words: 'ferry', article: 'later', previous: 'first' });
  expect(alert?.news?.figures[0]).toMatchObject({ isCourse: true });
  expect(alert?.news?.figures[0]?.values.map(({ value }) => value.match(/\d+/)?.[0])).toEqual(['12', '15']);
  expect(alert?.news?.sentence?.text).toContain('its radio had failed');
});

test('a report that only repeats the last one says nothing new', async () => {
  const alert = await composeAlert(archive, { words: null, article: 'copy', previous: 'first' });
  expect(alert?.news).toEqual({ sentence: null, figures: [] });
});

test('an article that is gone gives none', async () => {
  expect(await composeAlert(archive, { words: 'ferry', article: 'gone', previous: null })).toBeNull();
});
