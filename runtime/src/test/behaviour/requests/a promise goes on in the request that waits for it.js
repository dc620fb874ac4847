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

let resolve;
let waiting;

// Two requests wait for one promise; a third resolves it. Each goes on with what is its own.
export default {
  async fetch(request) {
    if (request.method === 'PUT') {
      resolve();
      return new Response('resolved');
    }
    await waiting;
    return new Response(await request.text());
  },
};

export async function behaviour(assert, env, ctx) {
  waiting = new Promise((ok) => (resolve = ok));
  const post = (body) => ctx.exports.default.fetch('http://x/', { method: 'POST', body });
  const answers = [post('one'), post('two')];
  await ctx.exports.default.fetch('http://x/', { method: 'PUT' });
  assert.equal(await (await answers[0]).text(), 'one');
  assert.equal(await (await answers[1]).text(), 'two');
}
