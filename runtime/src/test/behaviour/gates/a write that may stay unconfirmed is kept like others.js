import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  write() {
    this.ctx.storage.put('a', 1, { allowUnconfirmed: true });
    this.ctx.storage.put({ b: 2 }, { allowUnconfirmed: true });
  }
  async read() {
    return [...(await this.ctx.storage.get(['a', 'b'], { allowConcurrency: true }))];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await stub.write();
  assert.deepEqual(await stub.read(), [['a', 1], ['b', 2]]);
}
