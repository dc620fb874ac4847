import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  hello() {
    return 'hello';
  }
  ask() {
    return this.env.OBJECTS.get(this.ctx.id).hello();
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('x').ask(), 'hello');
}
