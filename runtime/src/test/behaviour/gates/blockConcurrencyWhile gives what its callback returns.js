import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async results() {
    return [
      await this.ctx.blockConcurrencyWhile(async () => 'later'),
      await this.ctx.blockConcurrencyWhile(() => 'now'),
      await this.ctx.blockConcurrencyWhile(async () => {}),
    ];
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').results(), ['later', 'now', undefined]);
}
