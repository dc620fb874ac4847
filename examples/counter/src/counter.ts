import type { Env } from './env';

/**
 * One counter. The first form of a Durable Object: a class without a base, reached by `fetch` alone.
 *
 * Each id is one instance in the world, so reading, adding and writing needs no lock: while a storage
 * operation is pending, no other request is delivered to the object.
 */
export class CounterTs implements DurableObject {
  private readonly state: DurableObjectState;
  private readonly step: number;

  constructor(state: DurableObjectState, env: Env) {
    this.state = state;
    this.step = env.STEP;
  }

  /** GET reads the count; POST adds `?by=N` to it, or one step. */
  async fetch(request: Request): Promise<Response> {
    const stored = await this.state.storage.get<number>('count');
    const count = stored ?? 0;
    if (request.method === 'GET') {
      return Response.json({ count });
    }
    if (request.method !== 'POST') {
      return new Response('A counter takes GET and POST.\n', { status: 405, headers: { allow: 'GET, POST' } });
    }
    const by = new URL(request.url).searchParams.get('by');
    const increment = by === null ? this.step : Number(by);
    const sum = count + increment;
    if (by === '' || !Number.isSafeInteger(increment) || !Number.isSafeInteger(sum)) {
      return new Response('?by=N takes a whole number that keeps the count exact.\n', { status: 400 });
    }
    await this.state.storage.put('count', sum);
    return Response.json({ count: sum });
  }
}
