import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get broken() {
    throw new Error('getter');
  }
  get rejected() {
    return Promise.reject(new Error('promise'));
  }
  get fine() {
    return 'fine';
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(stub.broken, 'Error', 'getter');
  await assert.rejects(stub.rejected, 'Error', 'promise');
  assert.equal(await stub.rejected.catch((e) => e.message), 'promise');
  assert.equal(await stub.rejected.then(() => 'no', (e) => e.message), 'promise');
  let last = false;
  assert.equal(await stub.fine.finally(() => (last = true)), 'fine');
  assert.equal(last, true);
}
