// Who lives in this isolate: the stateless Worker, or Durable Objects, several of which may share it.
// What the prelude has to keep for each of them is in its memory; Java says whose turn it is.
(function () {
  'use strict';

  const FOREIGN =
    'Cannot perform I/O on behalf of a different Durable Object. I/O objects (such as streams, request/response ' +
    'bodies, and others) created in the context of one Durable Object cannot be accessed from a different Durable ' +
    'Object in the same isolate. This is a limitation of Cloudflare Workers which allows us to improve overall ' +
    'performance.';

  class Memory {
    timers = new Map(); // those that wait, by their ids
    lists = 0; // counts what makes an open `kv.list()` outdated: other lists end it,
    writes = 0; // and writes change what is ahead
    transaction = null; // the innermost that is open; only that can end
    waitUntil = () => {}; // what `waitUntil()` of the module does
  }

  const residents = {
    /** The memory of the one whose turn it is. */
    current: new Memory(),

    open: () => new Memory(),

    enter(memory) {
      residents.current = memory;
    },

    /** One has left: nothing of it may come back. */
    leave(memory) {
      for (const timer of memory.timers.values()) timer.cancel();
      memory.timers.clear();
      residents.current = new Memory();
    },

    /** Throws unless the object that `memory` belongs to is the one whose turn it is. */
    check(memory) {
      if (memory !== residents.current) throw new Error(FOREIGN);
    },
  };
  return residents;
})
