import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Calls, connect } from '../../src/rpc/connect.js';
import { UserError } from '../../src/user-error.js';

class Sums {
  readonly told: unknown[] = [];

  async add(one: number, other: number): Promise<number> {
    return one + other;
  }

  async fail(error: 'ours' | 'theirs' | 'a word'): Promise<never> {
    if (error === 'ours') throw Object.assign(new RangeError('too deep'), { code: 'DEEP' });
    if (error === 'theirs') throw new UserError('sum-empty', 'There is nothing to add.', 'Give two numbers.');
    throw error;
  }

  async secret(): Promise<() => void> {
    return () => {};
  }

  async slow(): Promise<never> {
    return new Promise(() => {});
  }

  tell(error: unknown): void {
    this.told.push(error);
  }
}

let channel: MessageChannel;
let sums: Sums;
let calls: Calls<Sums>;

beforeEach(() => {
  channel = new MessageChannel();
  sums = new Sums();
  connect(channel.port1, sums);
  calls = connect<Sums>(channel.port2, {}, ['tell']);
});
afterEach(() => channel.port1.close());

it('gives what the other end gives', async () => {
  expect(await Promise.all([calls.add(1, 2), calls.add(3, 4)])).toEqual([3, 7]);
});

it('fails as the other end fails, with what a person or an engineer should know', async () => {
  const theirs = calls.fail('theirs');
  await expect(theirs).rejects.toBeInstanceOf(UserError);
  await expect(theirs).rejects.toMatchObject({
    code: 'sum-empty',
    message: 'There is nothing to add.',
    hint: 'Give two numbers.',
  });
  const ours = calls.fail('ours');
  await expect(ours).rejects.not.toBeInstanceOf(UserError);
  await expect(ours).rejects.toMatchObject({
    name: 'RangeError',
    message: 'too deep',
    code: 'DEEP',
    stack: expect.stringContaining('connect.test'),
  });
  await expect(calls.fail('a word')).rejects.toBe('a word');
});

it('fails where a result cannot be sent', async () => {
  await expect(calls.secret()).rejects.toThrow('could not be cloned');
});

it('passes errors on as they are when they are told', async () => {
  void calls.tell(new UserError('sum-empty', 'There is nothing to add.'));
  await calls.add(0, 0);
  expect(sums.told[0]).toBeInstanceOf(UserError);
});

it('lets what is open fail when it is closed', async () => {
  const open = calls.slow();
  calls.$close(new UserError('closed', 'It is closed.'));
  await expect(open).rejects.toMatchObject({ code: 'closed' });
});
