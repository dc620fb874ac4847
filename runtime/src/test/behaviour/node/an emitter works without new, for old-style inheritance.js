import EventEmitter from 'node:events';
import { inherits } from 'node:util';

export async function behaviour(assert) {
  function Door() {
    EventEmitter.call(this);
  }
  inherits(Door, EventEmitter);
  const door = new Door();
  let knocks = 0;
  door.on('knock', function () {
    knocks++;
    assert.equal(this, door);
  });
  door.emit('knock');
  assert.equal(knocks, 1);
  assert.equal(door instanceof EventEmitter, true);
  assert.equal(Door.super_, EventEmitter);
}
