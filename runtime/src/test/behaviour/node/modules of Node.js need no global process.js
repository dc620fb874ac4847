//! {"compatibility_date": "2023-07-28"}
import nodeAssert from 'node:assert';
import path from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';

export async function behaviour(assert) {
  assert.equal(typeof process, 'undefined');
  assert.throws(() => nodeAssert.ok(false), 'AssertionError');
  assert.throws(() => nodeAssert.deepStrictEqual({ a: [1, 2] }, { a: [1, 3] }), 'AssertionError');
  assert.equal(path.join('a', '..', 'b'), 'b');
  assert.equal(path.resolve('b'), '/b');
  assert.equal(inspect(new Map([['a', 1]]), { colors: true }).includes('a'), true);
  const chunks = [];
  for await (const chunk of Readable.from(['a', 'b'])) chunks.push(chunk);
  assert.deepEqual(chunks, ['a', 'b']);
}
