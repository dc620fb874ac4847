import * as events from 'node:events';
import * as util from 'node:util';

export async function behaviour(assert) {
  assert.equal(events.default, events.EventEmitter);
  assert.equal(events.once, events.default.once);
  assert.equal(util.default.inspect, util.inspect);
}
