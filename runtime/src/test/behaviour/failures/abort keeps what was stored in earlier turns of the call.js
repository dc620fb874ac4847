import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async abort() {
    await this.ctx.storage.put('kept', 1);
    await this.ctx.storage.sync();
    await sleep(5);
    this.ctx.abort('enough');
  }
  read() {
    return this.ctx.storage.get('kept');
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('x').abort(), 'Error', 'enough');
  assert.equal(await env.OBJECTS.getByName('x').read(), 1);
}
