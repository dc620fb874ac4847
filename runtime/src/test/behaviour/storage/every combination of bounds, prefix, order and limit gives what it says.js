import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const all = ['a', 'ab', 'abc', 'abd', 'b', 'ba', 'c'];
    for (const key of all) await storage.put(key, key);
    const bounds = [undefined, 'a', 'ab', 'abcc', 'b', 'zz'];
    for (const start of bounds) {
      for (const startAfter of start === undefined ? bounds : [undefined]) {
        for (const end of bounds) {
          for (const prefix of [undefined, '', 'ab', 'b']) {
            for (const reverse of [false, true]) {
              for (const limit of [undefined, 2]) {
                const expected = all.filter((key) =>
                  (start === undefined || key >= start) && (startAfter === undefined || key > startAfter) &&
                  (end === undefined || key < end) && (prefix === undefined || key.startsWith(prefix)));
                if (reverse) expected.reverse();
                if (limit !== undefined) expected.splice(limit);
                const found = await storage.list({ start, startAfter, end, prefix, reverse, limit });
                assert.deepEqual([...found.keys()], expected);
              }
            }
          }
        }
      }
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
