import { expect, it, vi } from 'vitest';
import { LimitedThread } from '../src/limited-thread.js';

vi.setConfig({ testTimeout: 60_000 });

const thread = new LimitedThread(new URL('./hungry-program.mjs', import.meta.url), 32);
const run = (task: string, limit = 50_000): Promise<string> => thread.run(task, 'The page', limit);

it('gives up what takes too long, and goes on with the next', async () => {
  const [slow, next] = [run('for ever', 100), run('work')];
  await expect(slow).rejects.toMatchObject({
    code: 'too-slow',
    message: expect.stringMatching('over 0.1 s'),
  });
  expect(await next).toBe('work');
});

it('gives up what takes too much memory, and goes on with the next', async () => {
  const [hungry, next] = [run('hoard'), run('work')];
  await expect(hungry).rejects.toMatchObject({
    code: 'too-much-memory',
    message: 'The page cannot be read: it took over 32 MB of memory.',
  });
  expect(await next).toBe('work');
});

it('passes on what the program throws', async () => {
  await expect(run('fail')).rejects.toThrow('a bug');
});
