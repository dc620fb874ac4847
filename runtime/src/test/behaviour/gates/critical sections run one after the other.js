import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    const section = (name, millis) =>
      this.ctx
        .blockConcurrencyWhile(async () => {
          order.push(`${name} begins`);
          await sleep(millis);
          order.push(`${name} ends`);
        })
        .then(() => order.push(`after ${name}`));
    await Promise.all([section('one', 20), section('two', 1)]);
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), [
    'one begins', 'one ends', 'after one', 'two begins', 'two ends', 'after two',
  ]);
}
