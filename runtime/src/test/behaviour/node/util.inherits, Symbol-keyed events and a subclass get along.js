import { EventEmitter } from 'node:events';

export async function behaviour(assert) {
  class Room extends EventEmitter {
    #members = 0;
    join() {
      this.emit('join', ++this.#members);
      return this;
    }
  }
  const room = new Room();
  const seen = [];
  room.on('join', (count) => seen.push(count));
  room.join().join();
  assert.deepEqual(seen, [1, 2]);
  assert.equal(Object.keys(room).includes('_events'), true);
}
