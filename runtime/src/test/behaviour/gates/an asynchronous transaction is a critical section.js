import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    const timer = sleep(1).then(() => order.push('timer'));
    const done = this.ctx.storage.transaction(async (txn) => {
      order.push('transaction begins');
      await sleep(20);
      await txn.put('k', 1);
      order.push('transaction ends');
      return 'result';
    });
    order.push('code');
    order.push(await done);
    await timer;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), [
    'code', 'transaction begins', 'transaction ends', 'result', 'timer',
  ]);
}
