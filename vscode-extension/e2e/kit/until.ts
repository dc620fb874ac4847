/** Waiting for what has no event to wait for: asks again until the answer is there, or says what never came. */
import { setTimeout as pause } from 'node:timers/promises';

const POLL_INTERVAL_MS = 50;

/** The first answer that is neither falsy nor an exception. */
export async function until<T>(what: string, timeoutMs: number, ask: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let lastFailure: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) {
        return answer;
      }
    } catch (error) {
      lastFailure = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`, { cause: lastFailure });
    }
    await pause(POLL_INTERVAL_MS);
  }
}
