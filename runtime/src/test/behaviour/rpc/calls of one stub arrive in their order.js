//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  #notes = [];
  note(n) {
    this.#notes.push(n);
  }
  notes() {
    return this.#notes;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const calls = [];
  for (let i = 0; i < 20; i++) calls.push(stub.note(i));
  await Promise.all(calls);
  assert.deepEqual(await stub.notes(), [...Array(20).keys()]);
}
