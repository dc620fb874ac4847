import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  hello() {
    return 'hello';
  }
  ask() {
    return this.ctx.blockConcurrencyWhile(() =>
      Promise.race([this.env.OBJECTS.get(this.ctx.id).hello(), sleep(50).then(() => 'nobody answers')])
    );
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('x').ask(), 'nobody answers');
}
