import { DurableObject } from 'cloudflare:workers';

export class Counter extends DurableObject {
  async stop() {
    const count = 1; // start
    return count;
  }

  /** Work for the processor. */
  cpu() {
    const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
    return fib(18);
  }

  /** Work for storage, and turns. */
  async io() {
    let sum = 0;
    for (let i = 0; i < 50; i++) {
      await this.ctx.storage.put(`key ${i}`, i);
      sum += await this.ctx.storage.get(`key ${i}`);
    }
    return sum;
  }

  hot() {
    let sum = 0;
    for (let i = 0; i < 1000; i++) {
      sum += i; // hot
    }
    return sum;
  }
}

export default {
  async fetch(request, env) {
    const method = new URL(request.url).pathname.slice(1);
    if (method === '') return new Response('ready');
    return new Response(String(await env.COUNTERS.getByName('one')[method]()));
  },
};
