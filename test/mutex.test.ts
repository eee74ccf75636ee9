import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Mutex } from '../src/mutex.js';

it('runs one piece of work at a time, in the order in which they came', async () => {
  const mutex = new Mutex();
  const events: string[] = [];
  const work = (name: string, milliseconds: number) => async () => {
    events.push(`${name} begins`);
    await sleep(milliseconds);
    events.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all([mutex.run(work('first', 20)), mutex.run(work('second', 0))]);
  expect(results).toEqual(['first', 'second']);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('goes on after work that fails, and tells only its caller', async () => {
  const mutex = new Mutex();
  const failing = mutex.run(() => Promise.reject(new Error('broken')));
  const next = mutex.run(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBe('done');
});

it('is idle before any work, and once all that has come is done', async () => {
  const mutex = new Mutex();
  expect(mutex.isIdle).toBe(true);
  let isDone = false;
  void mutex.run(() => sleep(10));
  void mutex.run(async () => {
    isDone = true;
  });
  expect(mutex.isIdle).toBe(false);
  await mutex.idle();
  expect([isDone, mutex.isIdle]).toEqual([true, true]);
});

it('is idle for whoever waited for the last piece of work', async () => {
  const mutex = new Mutex();
  await mutex.run(async () => {});
  expect(mutex.isIdle).toBe(true);
});
