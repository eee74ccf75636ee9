import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../bench/shuffle.js';
import { killOften } from '../../../bench/soak/kills/kills.js';
import { ALL_POINTS } from '../../../bench/soak/kills/points.js';
import { ArticleTrial } from '../../../bench/soak/kills/trials/article-trial.js';
import { RecordTrial } from '../../../bench/soak/kills/trials/record-trial.js';

describe('processes that are killed at any point', () => {
  it('lose nothing that they acknowledged, and do nothing twice', async () => {
    const { points, lost, doubled } = await killOften(ALL_POINTS.length, seededRandom(1));
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    const kills = Object.values(points).reduce((sum, point) => sum + point.kills, 0);
    expect(kills).toBe(ALL_POINTS.length);
  }, 300_000);
});

describe('a look after a kill', () => {
  it('finds an article that was acknowledged and is not there', async () => {
    const trial = new ArticleTrial();
    await trial.begin(1);
    trial.told({ kept: '2026-03/bridge.md' });
    expect(await trial.look('add')).toEqual({ lost: ['2026-03/bridge.md'], doubled: [] });
    await trial.end();
  });

  it('finds a setting that was acknowledged and is not there', async () => {
    const trial = await RecordTrial.start();
    await trial.begin(1);
    trial.told({ kept: 'settings 1-1' });
    expect(await trial.look('write')).toEqual({ lost: ['settings 1-1'], doubled: [] });
    await trial.end();
  });
});
