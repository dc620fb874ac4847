import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const fails = (text, message) => assert.throws(() => sql.exec(text), 'Error', message);
    fails('SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6', 'too many terms in compound SELECT: SQLITE_ERROR');
    fails(`SELECT 'a' LIKE '%${'x'.repeat(50)}'`, 'LIKE or GLOB pattern too complex: SQLITE_ERROR');
    fails('SELECT ?101', 'variable number must be between ?1 and ?100 at offset 7: SQLITE_ERROR');
    fails(`CREATE TABLE wide (${Array.from({ length: 101 }, (_, i) => `c${i}`)})`, 'too many columns on wide: SQLITE_ERROR');
    fails(`SELECT '${'x'.repeat(100_000)}'`, 'statement too long: SQLITE_TOOBIG');
    sql.exec(`CREATE TABLE t (${Array.from({ length: 100 }, (_, i) => `c${i}`)})`);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
