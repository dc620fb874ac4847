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

// What an earlier request has left in the global scope.
let left;

export default {
  async fetch(request, env, ctx) {
    left = request;
    return new Response('done');
  },
};

export async function behaviour(assert, env, ctx) {
  const leave = () => ctx.exports.default.fetch('http://x/', { method: 'POST', body: 'posted', headers: { 'x-sent': 'yes' } });

  await leave();
  assert.equal(left.url, 'http://x/');
  assert.equal(left.method, 'POST');
  assert.equal(left.headers.get('x-sent'), 'yes');
  assert.equal(left.signal.aborted, false);
}
