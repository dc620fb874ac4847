import { Readable } from 'node:stream';
import * as consumers from 'node:stream/consumers';

export async function behaviour(assert) {
  const bytes = () => Readable.from([Buffer.from('{"a"'), Buffer.from(':[1,2]}')]);
  assert.equal(await consumers.text(bytes()), '{"a":[1,2]}');
  assert.deepEqual(await consumers.json(bytes()), { a: [1, 2] });
  assert.equal((await consumers.buffer(bytes())).toString('hex').slice(0, 4), '7b22');
  assert.equal((await consumers.arrayBuffer(bytes())).byteLength, 11);
  assert.equal((await consumers.blob(bytes())).size, 11);
}
