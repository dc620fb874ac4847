import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE VIRTUAL TABLE boxes USING rtree(id, minX, maxX, minY, maxY)');
    sql.exec('INSERT INTO boxes VALUES (1, 0, 10, 0, 10), (2, 20, 30, 20, 30)');
    assert.deepEqual(sql.exec('SELECT id FROM boxes WHERE minX <= 25 AND maxX >= 25').toArray(), [{ id: 2 }]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
