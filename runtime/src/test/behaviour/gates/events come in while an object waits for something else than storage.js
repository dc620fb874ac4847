import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async slow() {
    const n = (await this.ctx.storage.get('n')) ?? 0;
    await sleep(20);
    await this.ctx.storage.put('n', n + 1);
  }
  get() {
    return this.ctx.storage.get('n');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await Promise.all([stub.slow(), stub.slow(), stub.slow()]);
  assert.equal(await stub.get(), 1);
}
