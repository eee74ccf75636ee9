import { beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../../bench/progress.js';
import { laterCases, membersCases, type WeightsFor } from '../../../bench/training/answerability-cases.js';
import { ANSWERABILITY_FEATURE_NAMES } from '../../../src/answer/answerability/features.js';
import type { Archive } from '../../../src/archive/archive.js';
import { asking, floodArchive, near } from './flood.js';

/** By these, a value is the likelier the more of all support it has. */
const weightsFor: WeightsFor = () => ({ agreement: 4 });

let archive: Archive;
beforeAll(async () => {
  archive = await floodArchive();
}, 60_000);

const casesOf = (...questions: Parameters<typeof membersCases>[0][number][]) =>
  membersCases(questions, archive, weightsFor, silentProgress);

describe('a member’s question to learn a verdict from', () => {
  it('has its features, whether it is answered, and whether the first quote is right', async () => {
    const [answered, open] = await casesOf(
      asking('how many people left their homes'),
      near('how many people left Oakridge'),
    );
    expect(answered).toMatchObject({ sort: 'members', answerable: true, right: true, near: false });
    expect(answered?.features).toHaveLength(ANSWERABILITY_FEATURE_NAMES.length);
    expect(open).toMatchObject({ answerable: false, right: false, near: true });
  });

  it('may be answered by the archive, and not by the first quote', async () => {
    const [missed] = await casesOf(asking('how long was the dock strike'));
    expect(missed).toMatchObject({ answerable: true, right: false });
  });

  it('tells whether its likeliest value is right, where a short answer is wanted', async () => {
    const [count, why, open] = await casesOf(
      asking('how many people left their homes'),
      asking('why did people leave their homes', { value: [] }),
      near('how many people left Oakridge'),
    );
    expect(count?.value).toMatchObject({ type: 'count' });
    expect(why?.value).toBeNull();
    expect(open?.value?.right).toBe(false);
  });

  it('has no features where nothing is found', async () => {
    const [nothing] = await casesOf(near('zebra?'));
    expect(nothing?.features).toEqual([]);
  });

  it('has values that were not learned from its group', async () => {
    const asked: string[] = [];
    const question = asking('how many people left their homes');
    const noting: WeightsFor = (group) => {
      asked.push(group);
      return {};
    };
    await membersCases([question], archive, noting, silentProgress);
    expect(asked).toEqual(['members flood']);
  });
});

it('questions about later days are answered by nothing', async () => {
  const news = {
    articles: [],
    questions: [],
    afterTheArchive: [{ id: 'z', question: 'Who rebuilt the dam at Lakeview?', asked: '2022-09-01' }],
  };
  const [later] = await laterCases(news, archive, 10, silentProgress);
  expect(later).toMatchObject({ sort: 'later', group: 'later z', answerable: false, right: false });
});
