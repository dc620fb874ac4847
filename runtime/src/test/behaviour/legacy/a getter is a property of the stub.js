import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get plain() {
    return { a: 1, twice: (n) => 2 * n };
  }
  get failing() {
    throw new RangeError('no value');
  }
  set only(value) {}
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal((await stub.plain).a, 1);
  assert.equal(await stub.plain.a, 1);
  assert.equal(await stub.plain.twice(4), 8);
  await assert.rejects((async () => await stub.failing)(), 'RangeError', 'no value');
  await assert.rejects(
    (async () => await stub.only)(),
    'TypeError',
    'The RPC receiver does not implement the method "only".'
  );
}
