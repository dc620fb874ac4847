import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async bump() {
    const n = ((await this.ctx.storage.get('n')) ?? 0) + 1;
    this.ctx.storage.put('n', n);
    return n;
  }
  read() {
    return this.ctx.storage.get('n');
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  assert.equal(await stub.bump(), 1);
  assert.equal(await stub.bump(), 2);
  assert.equal(await stub.read(), 2);
}
