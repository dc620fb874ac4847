// Reads a stream without a promise for each chunk, as the streams library's own pipes do: by what the
// standard calls read requests. The library is a pinned copy, so its inner names are known; they are
// used in this file alone.
(function (host, load) {
  'use strict';
  const { ReadableStreamDefaultController } = load('streams');

  const PULL_STEPS = Object.getOwnPropertySymbols(ReadableStreamDefaultController.prototype).find(
    ({ description }) => description === '[[PullSteps]]'
  );

  class ReadRequest {
    constructor(onChunk, onEnd, onError) {
      this._chunkSteps = onChunk;
      this._closeSteps = onEnd;
      this._errorSteps = onError;
    }
  }

  /** Asks a stream that is locked to a reader for its next chunk. */
  function ask(stream, request) {
    stream._disturbed = true;
    switch (stream._state) {
      case 'closed':
        request._closeSteps();
        break;
      case 'errored':
        request._errorSteps(stream._storedError);
        break;
      default:
        stream._readableStreamController[PULL_STEPS](request);
    }
  }

  return {
    /**
     * Reads a stream to its end, from the first call of the function that it gives.
     *
     * @param onChunk is given each chunk, maybe in the middle of the source's `enqueue`; as long as it
     *   gives true the next one follows, otherwise the function has to be called again
     * @param onEnd is called once all chunks were given
     * @param onError is given the stream's error
     */
    reading(stream, onChunk, onEnd, onError) {
      let isAsking = false;
      let isWanted = false;
      const request = new ReadRequest(
        (chunk) => {
          if (!onChunk(chunk)) return;
          if (isAsking) isWanted = true;
          else next();
        },
        onEnd,
        onError
      );

      // A chunk that is there comes while it is asked for: a loop takes it, not the stack.
      function next() {
        isAsking = true;
        do {
          isWanted = false;
          ask(stream, request);
        } while (isWanted);
        isAsking = false;
      }
      return next;
    },
  };
})
