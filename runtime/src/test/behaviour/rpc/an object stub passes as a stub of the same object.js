//! {"$variants": ["disk", "memory"]}
import { DurableObject, ServiceStub } from 'cloudflare:workers';

export class Subject extends DurableObject {
  #n = 0;
  hand(name) {
    return this.env.OBJECTS.getByName(name);
  }
  handInside(name) {
    return { inner: this.env.OBJECTS.getByName(name) };
  }
  bumpIt(other) {
    return other.bump();
  }
  bump() {
    return ++this.#n;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const passed = await stub.hand('z');
  assert(passed instanceof ServiceStub);
  assert.equal(await passed.bump(), 1);
  assert.equal(await stub.bumpIt(env.OBJECTS.getByName('z')), 2);
  assert.equal(await stub.hand('z').bump(), 3);
  assert.equal(await stub.handInside('z').inner.bump(), 4);
}
