import { expect, test, vi } from 'vitest';
import { type Asker, onBehalfOf } from '../../src/discord/asker.js';
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
  const queue = new WorkQueue({ timeLimit: 10 });
  const endless = queue.run(() => new Promise(() => {}));
  const next = queue.run(async () => 'done');
  await expect(endless).rejects.toMatchObject({ code: 'too-slow' });
  expect(await next).toBe('done');
});

/** Somebody of a server, whom nobody need tell anything. */
const of = (party: string, tellLate: Asker['tellLate'] = async () => {}): Asker => ({ party, tellLate });

test('several pieces of work are under way at a time, and no more', async () => {
  const queue = new WorkQueue({ atOnce: 3 });
  let [running, most] = [0, 0];
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => queue.run(work)));
  expect(most).toBe(3);
});

test('servers have their turns one after another', async () => {
  const queue = new WorkQueue();
  const order: string[] = [];
  const asked = (party: string, name: string) =>
    onBehalfOf(of(party), () => queue.run(async () => void order.push(name)));
  await Promise.all([
    ...['a1', 'a2', 'a3'].map((name) => asked('a', name)),
    ...['b1', 'b2'].map((name) => asked('b', name)),
    asked('c', 'c1'),
  ]);
  // The first was taken before anybody else came.
  expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
});

test('when too many wait, more are turned away', async () => {
  const queue = new WorkQueue({ atOnce: 4 });
  const parties = Array.from({ length: 500 }, (_, number) => `${number % 5}`);
  const waiting = parties.map((party) => onBehalfOf(of(party), () => queue.run(async () => 'done')));
  await expect(queue.run(async () => 'done')).rejects.toMatchObject({ code: 'busy' });
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['done']));
});

test('one server does not take all the room', async () => {
  const queue = new WorkQueue();
  const asked = (party: string) => onBehalfOf(of(party), () => queue.run(async () => 'done'));
  const waiting = Array.from({ length: 250 }, () => asked('large'));
  await expect(asked('large')).rejects.toMatchObject({ code: 'busy' });
  expect(await asked('small')).toBe('done');
  await Promise.all(waiting);
});

test('who waits long is told so once; who does not is not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const queue = new WorkQueue();
    const [late, early] = [vi.fn(async () => {}), vi.fn(async () => {})];
    await onBehalfOf(of('a', early), () => queue.run(async () => 'done'));
    const work = onBehalfOf(of('a', late), () =>
      queue.run(() => new Promise((resolve) => setTimeout(resolve, 20_000))),
    );
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(25_000);
    await work;
    expect([early.mock.calls.length, late.mock.calls.length]).toEqual([0, 1]);
  } finally {
    vi.useRealTimers();
  }
});

test('closing lets everybody who waits know', async () => {
  const queue = new WorkQueue();
  const waiting = [1, 2].map(() => queue.run(() => new Promise(() => {})));
  queue.close();
  for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'restarting' });
  await expect(queue.run(async () => 'late')).rejects.toMatchObject({ code: 'restarting' });
});
