import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const fails = (text, message) => assert.throws(() => sql.exec(text), 'Error', message);
    fails('SELECT ;', 'near ";": syntax error at offset 7: SQLITE_ERROR');
    fails('SELECT -;', 'near ";": syntax error at offset 8: SQLITE_ERROR');
    fails('SELECT * FROM FROM t', 'near "FROM": syntax error at offset 14: SQLITE_ERROR');
    fails("SELECT 'é', , 1", 'near ",": syntax error at offset 13: SQLITE_ERROR');
    fails('SELECT (', 'incomplete input: SQLITE_ERROR');
    fails("SELECT 'yes", 'unrecognized token: "\'yes" at offset 7: SQLITE_ERROR');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
