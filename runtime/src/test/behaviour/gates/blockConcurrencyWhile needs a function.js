import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async refusal() {
    try {
      await this.ctx.blockConcurrencyWhile(5);
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }
}

export async function behaviour(assert, env) {
  assert.equal(
    await env.OBJECTS.getByName('x').refusal(),
    "TypeError: Failed to execute 'blockConcurrencyWhile' on 'DurableObjectState': parameter 1 is not of type 'function'."
  );
}
