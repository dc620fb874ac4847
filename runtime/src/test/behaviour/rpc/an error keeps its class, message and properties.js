import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fail() {
    throw Object.assign(new RangeError('too far'), { distance: 12 });
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  let error;
  try {
    await stub.fail();
  } catch (e) {
    error = e;
  }
  assert(error instanceof RangeError);
  assert.equal(error.message, 'too far');
  assert.equal(error.distance, 12);
  assert.equal(error.remote, true);
  assert.equal(error.durableObjectId, env.OBJECTS.idFromName('x').toString());
}
