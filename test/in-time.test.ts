import { describe, expect, it } from 'vitest';
import { inTime, isHeldUp, TooLate } from '../src/in-time.js';

/** Work that hangs until it is told to end. */
function hanging() {
  let end = (): void => {};
  const work = new Promise<string>((resolve) => {
    end = () => resolve('late');
  });
  return { work: () => work, end };
}

describe('work that may hang', () => {
  it('gives what it gives, and throws what it throws', async () => {
    expect(await inTime(async () => 'bytes')).toBe('bytes');
    await expect(inTime(async () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(isHeldUp()).toBe(false);
  });

  it('is given up after its time, and holds the process up until it ends after all', async () => {
    const { work, end } = hanging();
    await expect(inTime(work, 10)).rejects.toThrow(TooLate);
    expect(isHeldUp()).toBe(true);
    expect(await inTime(async () => 'other work')).toBe('other work');
    end();
    await work();
    await Promise.resolve();
    expect(isHeldUp()).toBe(false);
  });

  it('fails at once where two are given up, also for those who wait, until they end after all', async () => {
    const [one, two] = [hanging(), hanging()];
    const given = [inTime(one.work, 10), inTime(two.work, 10)];
    const waits = inTime(async () => 'never begun');
    await Promise.all([...given, waits].map((each) => expect(each).rejects.toThrow(TooLate)));
    await expect(inTime(async () => 'never begun')).rejects.toThrow(TooLate);
    one.end();
    two.end();
    await Promise.all([one.work(), two.work()]);
    expect(await inTime(async () => 'again')).toBe('again');
  });

  it('begins when there is room', async () => {
    const [one, two] = [hanging(), hanging()];
    const begun: string[] = [];
    const all = [one.work, two.work, async () => `third after ${begun.push('third')}`].map((work) =>
      inTime(work),
    );
    await Promise.resolve();
    expect(begun).toEqual([]);
    two.end();
    expect(await all[2]).toBe('third after 1');
    one.end();
    await Promise.all(all);
  });
});
