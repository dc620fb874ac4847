// Reads a stream to its end without a promise for each chunk: how the platform takes bodies.
(function (host, load) {
  'use strict';
  const { nothing, upon } = load('streams/promises');
  const { readableOf } = load('streams/readable');

  /** One who reads; a read request, see `readablecore`. */
  class Reading {
    next = null;
    isAsking = false;
    isWanted = false;
    stream = null;
    onChunk = null;
    close = null;
    error = null;

    constructor(stream, onChunk, onEnd, onError) {
      this.stream = stream;
      this.onChunk = onChunk;
      this.close = onEnd;
      this.error = onError;
    }

    chunk(chunk) {
      if (!this.onChunk(chunk)) return;
      if (this.isAsking) this.isWanted = true;
      else this.ask();
    }

    // A chunk that is there comes while it is asked for: a loop takes it, not the stack.
    ask() {
      this.isAsking = true;
      do {
        this.isWanted = false;
        this.stream.read(this);
      } while (this.isWanted);
      this.isAsking = false;
    }
  }

  return {
    /**
     * Locks a stream, to read it to its end; `read()` of what it gives begins.
     *
     * @param onChunk is given each chunk, maybe in the middle of the source's `enqueue`; as long as it
     *   gives true the next one follows, otherwise `read` has to be called again
     * @param onEnd is called once all chunks were given
     * @param onError is given the stream's error
     * @returns `read()`, and `cancel(reason)`, which nobody waits for
     */
    reading(stream, onChunk, onEnd, onError) {
      const readable = readableOf(stream);
      readable.lock(false);
      const reading = new Reading(readable, onChunk, onEnd, onError);
      return {
        read: () => reading.ask(),
        cancel: (reason) => void upon(readable.cancel(reason), nothing, nothing),
      };
    },
  };
})
