import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.equal(sql.exec(`SELECT '{"a":{"b":[1,2]}}' ->> '$.a.b[1]' AS v`).one().v, 2);
    assert.equal(sql.exec(`SELECT json_extract(?, '$.x') AS v`, '{"x":"y"}').one().v, 'y');
    assert.deepEqual(sql.exec(`SELECT key, value FROM json_each('{"a":1,"b":2}')`).toArray(), [{ key: 'a', value: 1 }, { key: 'b', value: 2 }]);
    assert.equal(sql.exec(`SELECT json_group_array(value) AS v FROM json_each('[3,1]')`).one().v, '[3,1]');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
