import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const fails = (text, message) => assert.throws(() => sql.exec(text), 'Error', message);
    fails('SELECT sqlite_version()', 'not authorized to use function: sqlite_version at offset 7: SQLITE_ERROR');
    fails('SELECT  "sqlite_source_id"()', 'not authorized to use function: sqlite_source_id at offset 8: SQLITE_ERROR');
    fails('SELECT json_pretty(1)', 'not authorized to use function: json_pretty at offset 7: SQLITE_ERROR');
    fails('SELECT power(2, 3)', 'not authorized to use function: power at offset 7: SQLITE_ERROR');
    fails("SELECT reverse('a')", 'no such function: reverse at offset 7: SQLITE_ERROR');
    fails('SELECT median(1)', 'no such function: median at offset 7: SQLITE_ERROR');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
