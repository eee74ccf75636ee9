import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardMoves } from '../../../src/discord/gateway/shard-assignment.js';

const holders = (...held: [number, string][]) => new Map(held);

describe('a process', () => {
  test('that is alone takes all', () => {
    const roll = { me: 'a', shardCount: 3, processes: ['a'], holders: holders() };
    expect(shardMoves(roll)).toEqual({ take: [0, 1, 2], give: [] });
  });

  test('gives up what is above its share when another one comes', () => {
    const all = holders([0, 'a'], [1, 'a'], [2, 'a'], [3, 'a']);
    expect(shardMoves({ me: 'a', shardCount: 4, processes: ['a', 'b'], holders: all }).give).toEqual([2, 3]);
    expect(shardMoves({ me: 'b', shardCount: 4, processes: ['a', 'b'], holders: all }).take).toEqual([]);
  });

  test('takes over what a dead one had', () => {
    const roll = { me: 'b', shardCount: 2, processes: ['b'], holders: holders([1, 'b']) };
    expect(shardMoves(roll).take).toEqual([0]);
  });

  test('waits, when there are more processes than shards', () => {
    const roll = { me: 'b', shardCount: 1, processes: ['a', 'b'], holders: holders([0, 'a']) };
    expect(shardMoves(roll)).toEqual({ take: [], give: [] });
  });
});

test('whatever the beginning, turns of any order end with fair shares, and then nothing moves', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const scene = fc.record({
    processes: fc.subarray(names, { minLength: 1 }),
    held: fc.array(fc.option(fc.constantFrom(...names), { nil: null }), { minLength: 1, maxLength: 20 }),
    seed: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  });
  fc.assert(
    fc.property(scene, ({ processes, held, seed }) => {
      // What the dead held has run out.
      const roll = new Map(
        held.flatMap((name, shard) => (name && processes.includes(name) ? [[shard, name] as const] : [])),
      );
      const turn = (me: string): number => {
        const moves = shardMoves({ me, shardCount: held.length, processes, holders: roll });
        for (const shard of moves.give) roll.delete(shard);
        for (const shard of moves.take) roll.set(shard, me);
        return moves.give.length + moves.take.length;
      };
      for (const number of seed) turn(processes[number % processes.length] ?? '');
      for (let round = 0; round < 2; round++) for (const each of processes) turn(each);
      const counts = processes.map((each) => [...roll.values()].filter((holder) => holder === each).length);
      expect(roll.size).toBe(held.length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(processes.map(turn).every((moved) => moved === 0)).toBe(true);
    }),
  );
});
