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

export default {
  async fetch(request, env) {
    const own = new Response('own');
    await new Promise((ok) => setTimeout(ok, 1));
    await scheduler.wait(1);
    const { promise, resolve } = Promise.withResolvers();
    const [one, other] = Object.values(new WebSocketPair());
    one.accept();
    other.accept();
    one.addEventListener('message', () => resolve(own.text()));
    other.send('x');
    const text = await promise;
    const counter = await env.OTHER.counter();
    return new Response(`${text} ${await counter.next()} ${await counter.next()}`);
  },
};

export async function behaviour(assert, env, ctx) {
  const answers = await Promise.all([1, 2, 3].map(() => ctx.exports.default.fetch('http://x/')));
  assert.deepEqual(await Promise.all(answers.map((answer) => answer.text())), ['own 1 2', 'own 1 2', 'own 1 2']);
}
