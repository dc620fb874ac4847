import { DurableObject } from 'cloudflare:workers';
import type { Env } from './env';

/** One message is free in this time. */
const MILLIS_PER_MESSAGE = 5_000;

/** Who was quiet before may be ahead by as much, so that a lively answer is no offence. */
const GRACE_MILLIS = 20_000;

/**
 * How fast one address talks, in all rooms together.
 *
 * It stores nothing: only the last seconds matter, so being forgotten when the object goes to sleep does
 * no harm.
 */
export class RateLimiter extends DurableObject<Env> {
  /** When the messages so far are paid for. */
  private paidUntil = 0;

  /** Takes note of one message. Returns for how many milliseconds no other may follow; mostly 0. */
  spend(): number {
    const now = Date.now();
    this.paidUntil = Math.max(now, this.paidUntil) + MILLIS_PER_MESSAGE;
    return Math.max(0, this.paidUntil - now - GRACE_MILLIS);
  }
}
