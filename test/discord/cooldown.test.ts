import { expect, test } from 'vitest';
import { Cooldown } from '../../src/discord/cooldown.js';

function afterBurst(): Cooldown {
  const cooldown = new Cooldown(1000);
  for (let question = 0; question < 5; question += 1) expect(cooldown.ask('a', 0)).toBe('granted');
  return cooldown;
}

test('a few questions may come at once; the next one waits', () => {
  expect(afterBurst().ask('a', 0)).toEqual({ from: 1000, told: false });
});

test('somebody who must wait is told once', () => {
  const cooldown = afterBurst();
  expect(cooldown.ask('a', 0)).toMatchObject({ told: false });
  expect(cooldown.ask('a', 500)).toMatchObject({ told: true, from: 1000 });
});

test('after the cooldown one more may come, and the next is told again', () => {
  const cooldown = afterBurst();
  cooldown.ask('a', 0);
  expect(cooldown.ask('a', 1000)).toBe('granted');
  expect(cooldown.ask('a', 1000)).toMatchObject({ told: false });
});

test('nobody waits for somebody else', () => {
  expect(afterBurst().ask('b', 0)).toBe('granted');
});

test('without a cooldown nobody waits', () => {
  const cooldown = new Cooldown(0);
  for (let question = 0; question < 100; question += 1) expect(cooldown.ask('a', 0)).toBe('granted');
});
