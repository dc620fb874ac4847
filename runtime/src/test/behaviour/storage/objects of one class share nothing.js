import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  write(key, value) {
    return this.ctx.storage.put(key, value);
  }

  read(key) {
    return this.ctx.storage.get(key);
  }

  async test() {
    const { storage } = this.ctx;
    const others = this.env.OBJECTS;
    await storage.put('a', 'mine');
    await others.getByName('two').write('a', 'theirs');
    assert.equal(await storage.get('a'), 'mine');
    assert.equal(await others.getByName('two').read('a'), 'theirs');
    assert.equal(await others.getByName('three').read('a'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
