import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  memory = 0;
  async fail() {
    this.memory++;
    try {
      await this.ctx.storage.transaction(async (txn) => {
        await txn.put('k', 1);
        throw new RangeError('no');
      });
    } catch (error) {
      return [`${error}`, this.memory, await this.ctx.storage.get('k')];
    }
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').fail(), ['RangeError: no', 1, undefined]);
}
