//! {"$variants": ["disk"]}
import { DurableObject, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fetch() {
    return new Response('object');
  }
  greet() {
    return 'hello';
  }
}

export class Other extends WorkerEntrypoint {
  fetch() {
    return new Response('other');
  }
  greet() {
    return 'hello';
  }
  counter() {
    return new Counter();
  }
}

class Counter extends RpcTarget {
  #count = 0;
  next() {
    return ++this.#count;
  }
}

let left;

export default {
  async fetch() {
    return (left ??= new Response('once'));
  },
};

export async function behaviour(assert, env, ctx) {
  assert.equal(await (await ctx.exports.default.fetch('http://x/')).text(), 'once');
  left = undefined;
  const first = ctx.exports.default.fetch('http://x/');
  const second = ctx.exports.default.fetch('http://x/');
  assert.equal(await (await first).text(), 'once');
  await assert.rejects(second, 'TypeError');
}
