import { expect, test } from 'vitest';
import { WorkQueue } from '../../src/discord/work-queue.js';

test('work is done one after the other, in order', async () => {
  const queue = new WorkQueue();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
  };
  await Promise.all([queue.run(work('one')), queue.run(work('two'))]);
  expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('work that fails does not keep the next from being done', async () => {
  const queue = new WorkQueue();
  const failing = queue.run(() => Promise.reject(new Error('no')));
  const next = queue.run(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

test('work that never ends is given up, and the next is done', async () => {
  const queue = new WorkQueue(10);
  const endless = queue.run(() => new Promise(() => {}));
  const next = queue.run(async () => 'done');
  await expect(endless).rejects.toMatchObject({ code: 'too-slow' });
  expect(await next).toBe('done');
});

test('when too many wait, more are turned away', async () => {
  const queue = new WorkQueue();
  const waiting = Array.from({ length: 500 }, () => queue.run(async () => 'done'));
  await expect(queue.run(async () => 'done')).rejects.toMatchObject({ code: 'busy' });
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['done']));
});

test('closing lets everybody who waits know', async () => {
  const queue = new WorkQueue();
  const waiting = [1, 2].map(() => queue.run(() => new Promise(() => {})));
  queue.close();
  for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'restarting' });
  await expect(queue.run(async () => 'late')).rejects.toMatchObject({ code: 'restarting' });
});
