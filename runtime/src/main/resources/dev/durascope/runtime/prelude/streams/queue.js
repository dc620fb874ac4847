// A first-in, first-out queue whose items carry their own link, `next`. Most queues of a stream hold one
// item at a time, and to an interpreter a field costs less than an array's `push` and `shift`. An item
// is in one queue at most.
(function () {
  'use strict';

  class Queue {
    first = null;
    last = null;

    push(item) {
      item.next = null;
      if (this.first === null) this.first = item;
      else this.last.next = item;
      this.last = item;
    }

    shift() {
      const item = this.first;
      this.first = item.next;
      return item;
    }

    clear() {
      this.first = null;
      this.last = null;
    }

    /** Empties the queue, then gives each item that was in it to `action`, which may queue it again. */
    drain(action) {
      let item = this.first;
      this.clear();
      while (item !== null) {
        const { next } = item;
        action(item);
        item = next;
      }
    }
  }
  return { Queue };
})
