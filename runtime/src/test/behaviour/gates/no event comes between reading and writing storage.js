import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async increment() {
    const n = (await this.ctx.storage.get('n')) ?? 0;
    const again = await this.ctx.storage.get('n');
    await this.ctx.storage.list();
    await this.ctx.storage.put('n', n + 1);
    return [n, again];
  }
  get() {
    return this.ctx.storage.get('n');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await Promise.all(Array.from({ length: 50 }, () => stub.increment()));
  assert.equal(await stub.get(), 50);
}
