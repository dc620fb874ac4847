import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ask(callback) {
    return this.ctx.blockConcurrencyWhile(() => callback('question'));
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('x').ask((text) => `answer to ${text}`), 'answer to question');
}
