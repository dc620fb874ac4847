import { EventEmitter } from 'events';
import path from 'path';
import { EventEmitter as Prefixed } from 'node:events';

export async function behaviour(assert) {
  assert.equal(EventEmitter, Prefixed);
  assert.equal(path.join('a', '..', 'b'), 'b');
}
