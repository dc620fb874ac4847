import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run(method, ...args) {
    await this.ctx.storage[method](...args);
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const wrong = (method, index, type) =>
    `Failed to execute '${method}' on 'DurableObjectStorage': parameter ${index} is not of type '${type}'.`;
  await assert.rejects(object.run('getAlarm', 5), 'TypeError', wrong('getAlarm', 1, 'GetAlarmOptions'));
  await assert.rejects(object.run('setAlarm', 5e12, 'x'), 'TypeError', wrong('setAlarm', 2, 'SetAlarmOptions'));
  await assert.rejects(object.run('deleteAlarm', true), 'TypeError', wrong('deleteAlarm', 1, 'SetAlarmOptions'));
  await object.run('setAlarm', 5e12, { allowConcurrency: true, allowUnconfirmed: true });
  await object.run('getAlarm', { allowConcurrency: true });
  await object.run('deleteAlarm', { allowUnconfirmed: true });
  await object.run('getAlarm', undefined);
}
