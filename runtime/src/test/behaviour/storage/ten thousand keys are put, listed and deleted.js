import { DurableObject } from 'cloudflare:workers';

const COUNT = 10_000;
const name = (i) => `key${String(i).padStart(5, '0')}`;

export class Subject extends DurableObject {
  async fill() {
    const entries = {};
    for (let i = 0; i < COUNT; i++) entries[name(i)] = i;
    await this.ctx.storage.put(entries);
  }
  async sum(options) {
    const found = await this.ctx.storage.list(options);
    let sum = 0;
    for (const value of found.values()) sum += value;
    return [found.size, sum];
  }
  async get() {
    const keys = Array.from({ length: COUNT }, (_, i) => name(COUNT - 1 - i));
    const found = await this.ctx.storage.get(keys);
    return [found.size, found.keys().next().value];
  }
  remove(from, to) {
    return this.ctx.storage.delete(Array.from({ length: to - from }, (_, i) => name(from + i)));
  }
  clear() {
    return this.ctx.storage.deleteAll();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('one');
  await object.fill();
  assert.deepEqual(await object.sum(), [COUNT, (COUNT * (COUNT - 1)) / 2]);
  assert.deepEqual(await object.get(), [COUNT, name(0)]);
  assert.deepEqual(await object.sum({ start: name(9_000), reverse: true, limit: 2 }), [2, 9_999 + 9_998]);
  assert.equal(await object.remove(0, 6_000), 6_000);
  assert.equal(await object.remove(5_000, 7_000), 1_000);
  assert.deepEqual((await object.sum())[0], 3_000);
  await object.clear();
  assert.deepEqual(await object.sum(), [0, 0]);
}
