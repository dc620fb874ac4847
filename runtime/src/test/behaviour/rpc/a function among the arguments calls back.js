import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async each(list, action) {
    const results = [];
    for (const item of list) results.push(await action(item));
    return results;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const seen = [];
  const result = await stub.each([1, 2], (n) => {
    seen.push(n);
    return n * 10;
  });
  assert.deepEqual(seen, [1, 2]);
  assert.deepEqual(result, [10, 20]);
}
