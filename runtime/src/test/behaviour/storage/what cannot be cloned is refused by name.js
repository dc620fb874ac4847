import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    class Named {}
    const refused = async (value, message) => assert.rejects(storage.put('a', value), 'DataCloneError', `${message} could not be cloned.`);
    await refused(() => 1, '() => 1');
    await refused({ deep: [() => 2] }, '() => 2');
    await refused(Symbol('s'), 'Symbol(s)');
    await refused(Promise.resolve(1), '#<Promise>');
    await refused(new WeakMap(), '#<WeakMap>');
    await refused(new WeakSet(), '#<WeakSet>');
    await refused(new WeakRef({}), '#<WeakRef>');
    assert.equal(await storage.get('a'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
