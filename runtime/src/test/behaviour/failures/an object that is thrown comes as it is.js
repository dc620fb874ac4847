import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fail() {
    throw { code: 7, nested: { list: [1, 2] } };
  }
}

export async function behaviour(assert, env) {
  let thrown;
  try {
    await env.OBJECTS.getByName('x').fail();
  } catch (error) {
    thrown = error;
  }
  assert.equal(thrown instanceof Error, false);
  assert.deepEqual([thrown.code, thrown.nested.list, thrown.remote], [7, [1, 2], true]);
}
