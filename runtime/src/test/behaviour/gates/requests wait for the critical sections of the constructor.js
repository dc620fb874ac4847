import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  order = [];
  constructor(ctx, env) {
    super(ctx, env);
    ctx
      .blockConcurrencyWhile(async () => {
        this.order.push('one begins');
        await sleep(20);
        this.order.push('one ends');
        return 5;
      })
      .then((result) => this.order.push(result));
    ctx.blockConcurrencyWhile(async () => {
      this.order.push('two begins');
      await sleep(5);
      this.order.push('two ends');
    });
    this.order.push('constructed');
  }
  get() {
    this.order.push('call');
    return this.order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').get(), [
    'constructed', 'one begins', 'one ends', 5, 'two begins', 'two ends', 'call',
  ]);
}
