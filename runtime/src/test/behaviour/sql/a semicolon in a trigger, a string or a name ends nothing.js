import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec(`
      CREATE TABLE t (a, "b;c");
      CREATE TABLE log (a);
      CREATE TRIGGER after_t AFTER INSERT ON t BEGIN
        INSERT INTO log VALUES (new.a);
        INSERT INTO log VALUES (CASE WHEN new.a > 1 THEN ';' ELSE 'end;' END);
      END;
      INSERT INTO t VALUES (1, ';'), (2, ';');
    `);
    assert.deepEqual(sql.exec('SELECT a FROM log').raw().toArray(), [[1], ['end;'], [2], [';']]);
    assert.deepEqual(sql.exec('SELECT "b;c", [b;c] AS d, `b;c` AS e FROM t LIMIT 1').one(), { 'b;c': ';', d: ';', e: ';' });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
