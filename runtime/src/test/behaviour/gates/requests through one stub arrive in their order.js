//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  order = [];
  async fetch(request) {
    this.order.push(Number(new URL(request.url).pathname.slice(1)));
    return Response.json(this.order);
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  const responses = await Promise.all(Array.from({ length: 20 }, (_, i) => stub.fetch(`http://x/${i}`)));
  assert.deepEqual(await responses[19].json(), Array.from({ length: 20 }, (_, i) => i));
}
