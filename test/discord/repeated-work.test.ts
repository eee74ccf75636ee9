import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RepeatedWork } from '../../src/discord/repeated-work.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = (): void => undefined;

it('is done at once, and then again and again until it is stopped', async () => {
  const work = vi.fn(async () => undefined);
  const repeated = new RepeatedWork(1_000, work, nothing);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(work).toHaveBeenCalledTimes(3);
  await repeated.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(3);
});

it('is never done twice at a time, and stopping waits for its end', async () => {
  let end = nothing;
  const work = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  const repeated = new RepeatedWork(1_000, work, nothing);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(work).toHaveBeenCalledTimes(1);
  let stopped = false;
  const stopping = repeated.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  end();
  await stopping;
});

it('goes on after it failed, and after it could not be done', async () => {
  const failed = vi.fn();
  const work = vi
    .fn<() => Promise<void> | null>()
    .mockRejectedValueOnce(new Error('no'))
    .mockReturnValueOnce(null)
    .mockResolvedValue(undefined);
  const repeated = new RepeatedWork(1_000, work, failed);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(work).toHaveBeenCalledTimes(3);
  expect(failed).toHaveBeenCalledTimes(1);
  await repeated.stop();
});
