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

const DIFFERENT =
  'Cannot perform I/O on behalf of a different request. I/O objects (such as streams, request/response bodies, ' +
  "and others) created in the context of one request handler cannot be accessed from a different request's handler. " +
  'This is a limitation of Cloudflare Workers which allows us to improve overall performance. (I/O type: ';

// What an earlier request has left in the global scope.
let left;

export default {
  async fetch(request, env, ctx) {
    left = [await env.OTHER.fetch('http://x/'), await env.OBJECTS.getByName('a').fetch('http://x/')];
    return new Response('done');
  },
};

export async function behaviour(assert, env, ctx) {
  const leave = () => ctx.exports.default.fetch('http://x/', { method: 'POST', body: 'posted', headers: { 'x-sent': 'yes' } });
  const refused = (promise, type) => assert.rejects(promise, 'Error', `${DIFFERENT}${type})`);

  await leave();
  await refused(left[0].text(), 'ReadableStreamSource>');
  await refused(left[1].text(), 'ReadableStreamSource>');
  await leave();
  await refused(new Response(left[0].body).text(), 'ReadableStreamSource>');
  await refused(left[1].body.getReader().read(), 'ReadableStreamSource>');
}
