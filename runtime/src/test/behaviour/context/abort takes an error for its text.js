import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  end() {
    this.ctx.abort(new TypeError('as an error'));
  }
}

export async function behaviour(assert, env, ctx) {
  await assert.rejects(env.OBJECTS.getByName('a').end(), 'Error', 'TypeError: as an error');
}
