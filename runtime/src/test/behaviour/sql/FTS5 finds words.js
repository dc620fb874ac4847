import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE VIRTUAL TABLE docs USING FtS5(title, body, tokenize = porter)');
    sql.exec('INSERT INTO docs VALUES (?, ?)', 'one', 'the contents of a box');
    sql.exec('INSERT INTO docs VALUES (?, ?)', 'two', 'something else');
    assert.deepEqual(sql.exec("SELECT title FROM docs WHERE docs MATCH 'content'").toArray(), [{ title: 'one' }]);
    assert.equal(sql.exec("SELECT highlight(docs, 1, '<', '>') AS h FROM docs WHERE docs MATCH 'box'").one().h, 'the contents of a <box>');
    assert.equal(sql.exec("SELECT bm25(docs) < 0 AS b FROM docs WHERE docs MATCH 'box'").one().b, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
