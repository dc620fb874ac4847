import EventEmitter from 'node:events';

export async function behaviour(assert) {
  const required = require('events');
  assert.equal(required, EventEmitter);
  assert.equal(require('node:util').format('%s-%d', 'a', 1), 'a-1');
}
