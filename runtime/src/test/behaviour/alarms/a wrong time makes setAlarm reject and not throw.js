import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    let thrown = false;
    let promise;
    try {
      promise = this.ctx.storage.setAlarm('never');
    } catch {
      thrown = true;
    }
    return [thrown, await promise.catch((error) => error.name)];
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [false, 'TypeError']);
}
