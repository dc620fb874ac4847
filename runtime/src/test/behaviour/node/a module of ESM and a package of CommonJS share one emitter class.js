import { EventEmitter } from 'node:events';

function commonJs(module, require) {
  const Base = require('events').EventEmitter;
  module.exports = class Old extends Base {};
}

export async function behaviour(assert) {
  const module = { exports: {} };
  commonJs(module, (name) => process.getBuiltinModule(name));
  assert.equal(new module.exports() instanceof EventEmitter, true);
}
