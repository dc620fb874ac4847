// The controller of a stream of bytes. Chunks are transferred on their way in, so that nobody but the
// reader has them; a reader may bring the buffer to be filled, which then waits as a PullInto.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { Controller } = load('streams/controller');
  const { CLOSED } = load('streams/readablecore');

  const SECRET = Symbol('ReadableByteStreamController');
  const PARTIAL = 'This ReadableStream was closed with a partial read pending.';
  const DETACHED = 'The underlying ArrayBuffer has been detached.';

  // Who asked for the bytes of a PullInto.
  const DEFAULT = 'default';
  const BYOB = 'byob';
  const NOBODY = 'none'; // its reader has released the lock

  let request; // the file of ReadableStreamBYOBRequest, once there is one

  function copy(buffer, start, length) {
    return new Uint8Array(buffer.slice(start, start + length));
  }

  // Its queue is of {bytes, next}.
  class ByteController extends Controller {
    isOfBytes = true;
    chunkSize = undefined;
    pullIntos = [];
    byobRequest = null;

    /** @param chunkSize of the buffers that are made for a reader without; undefined for none */
    constructor(stream, highWaterMark, chunkSize) {
      super(stream, highWaterMark);
      this.chunkSize = chunkSize;
    }

    /** Takes a chunk whose buffer somebody else has: it is detached there. */
    enqueue(chunk) {
      const { buffer, byteOffset, byteLength } = chunk;
      if (buffer.detached) throw new TypeError(DETACHED);
      this.enqueueOwn(new Uint8Array(buffer.transfer(), byteOffset, byteLength));
    }

    /** Takes a Uint8Array whose buffer nobody else has. */
    enqueueOwn(bytes) {
      if (!this.isOpen) return;
      const { reader } = this.stream;
      if (this.pullIntos.length > 0) this.transferFirst();
      if (reader === null) {
        this.push(bytes);
      } else if (reader.isByob) {
        this.push(bytes);
        this.commitAll(this.fillPullIntos());
      } else {
        while (reader.requests.first !== null && this.total > 0) this.readQueue(reader.requests.shift());
        if (reader.requests.first === null) {
          this.push(bytes);
        } else {
          if (this.pullIntos.length > 0) this.pullIntos.shift();
          reader.requests.shift().chunk(bytes);
        }
      }
      this.pullIfNeeded();
    }

    /** Takes back the buffer that the source was given to fill. */
    transferFirst() {
      const [first] = this.pullIntos;
      if (first.buffer.detached) throw new TypeError(DETACHED);
      this.invalidate();
      first.buffer = first.buffer.transfer();
      if (first.asked === NOBODY) this.keepUnread(first);
    }

    push(bytes) {
      this.queue.push({ bytes, next: null });
      this.total += bytes.length;
    }

    /** Keeps what was filled into a buffer that nobody waits for any more. */
    keepUnread(pullInto) {
      if (pullInto.filled > 0) this.pushCopy(pullInto.buffer, pullInto.offset, pullInto.filled);
      this.pullIntos.shift();
    }

    pushCopy(buffer, start, length) {
      try {
        this.push(copy(buffer, start, length));
      } catch (error) {
        this.fail(error);
        throw error;
      }
    }

    read(readRequest) {
      if (this.total > 0) {
        this.readQueue(readRequest);
        return;
      }
      if (this.chunkSize !== undefined) {
        const { PullInto } = load('streams/pullinto');
        try {
          this.pullIntos.push(new PullInto(new ArrayBuffer(this.chunkSize), 0, this.chunkSize, 1, Uint8Array, DEFAULT));
        } catch (error) {
          readRequest.error(error);
          return;
        }
      }
      this.stream.reader.requests.push(readRequest);
      this.pullIfNeeded();
    }

    readQueue(readRequest) {
      const { bytes } = this.queue.shift();
      this.total -= bytes.length;
      this.queueTaken();
      readRequest.chunk(bytes);
    }

    queueTaken() {
      if (this.total > 0 || !this.isClosing) this.pullIfNeeded();
      else this.finish();
    }

    /** Asks for bytes in the reader's own buffer; `min` is a number of elements. */
    readInto(view, min, readRequest) {
      const { PullInto, classOf } = load('streams/pullinto');
      const { stream } = this;
      const { byteOffset, byteLength } = view;
      const { Class, elementSize } = classOf(view);
      let buffer;
      try {
        buffer = view.buffer.transfer();
      } catch (error) {
        readRequest.error(error);
        return;
      }
      const pullInto = new PullInto(buffer, byteOffset, byteLength, min * elementSize, Class, BYOB);
      if (this.pullIntos.length > 0) {
        this.pullIntos.push(pullInto);
        stream.reader.requests.push(readRequest);
        return;
      }
      if (stream.state === CLOSED) {
        readRequest.close(new Class(buffer, byteOffset, 0));
        return;
      }
      if (this.total > 0) {
        if (this.fill(pullInto)) {
          const view = pullInto.take();
          this.queueTaken();
          readRequest.chunk(view);
          return;
        }
        if (this.isClosing) {
          const error = new TypeError(PARTIAL);
          this.fail(error);
          readRequest.error(error);
          return;
        }
      }
      this.pullIntos.push(pullInto);
      stream.reader.requests.push(readRequest);
      this.pullIfNeeded();
    }

    /** Copies from the queue; whether that is enough for its reader. */
    fill(pullInto) {
      const most = pullInto.filled + Math.min(this.total, pullInto.length - pullInto.filled);
      const aligned = most - (most % pullInto.elementSize);
      const isEnough = aligned >= pullInto.minimum;
      let left = (isEnough ? aligned : most) - pullInto.filled;
      while (left > 0) {
        const item = this.queue.first;
        const taken = Math.min(left, item.bytes.length);
        pullInto.add(item.bytes.subarray(0, taken));
        if (taken === item.bytes.length) this.queue.shift();
        else item.bytes = item.bytes.subarray(taken);
        this.total -= taken;
        left -= taken;
      }
      return isEnough;
    }

    /** Fills what waits from the queue, and gives those that are done. */
    fillPullIntos() {
      const filled = [];
      while (this.pullIntos.length > 0 && this.total > 0) {
        if (this.fill(this.pullIntos[0])) filled.push(this.pullIntos.shift());
      }
      return filled;
    }

    commitAll(pullIntos) {
      for (const pullInto of pullIntos) this.commit(pullInto);
    }

    /** Hands a filled buffer to its reader. */
    commit(pullInto) {
      const view = pullInto.take();
      const readRequest = this.stream.reader.requests.shift();
      if (this.stream.state === CLOSED) readRequest.close(pullInto.asked === BYOB ? view : undefined);
      else readRequest.chunk(view);
    }

    /** What the source may fill now, as user code holds it; null if nothing waits for it. */
    currentRequest() {
      if (this.byobRequest === null && this.pullIntos.length > 0) {
        const [first] = this.pullIntos;
        request ??= load('streams/pullinto');
        this.byobRequest = request.requestOf(this, first.rest());
      }
      return this.byobRequest;
    }

    invalidate() {
      if (this.byobRequest === null) return;
      request.invalidate(this.byobRequest);
      this.byobRequest = null;
    }

    /** The source has written so many bytes into what it was given. */
    respond(length) {
      const [first] = this.pullIntos;
      if (this.stream.state === CLOSED) {
        if (length !== 0) throw new TypeError('The bytesWritten must be zero after the stream is closed.');
      } else {
        if (length === 0) throw new TypeError('The bytesWritten must be more than zero while the stream is open.');
        if (first.filled + length > first.length) {
          throw new RangeError(`Too many bytes [${length}] in response to a BYOB read request.`);
        }
      }
      first.buffer = first.buffer.transfer();
      this.responded(first, length);
    }

    /** The source has written into a view of what it was given. */
    respondWith(view) {
      const [first] = this.pullIntos;
      const { byteLength } = view;
      if (this.stream.state === CLOSED) {
        if (byteLength !== 0) throw new TypeError('The view byte length must be zero after the stream is closed.');
      } else if (byteLength === 0) {
        throw new TypeError('The view byte length must be more than zero while the stream is open.');
      }
      if (first.offset + first.filled !== view.byteOffset) throw new RangeError('The view has an invalid byte offset.');
      if (first.bufferLength !== view.buffer.byteLength) {
        throw new RangeError('The underlying ArrayBuffer is not the correct length.');
      }
      if (first.filled + byteLength > first.length) throw new RangeError('The view is not the correct length.');
      first.buffer = view.buffer.transfer();
      this.responded(first, byteLength);
    }

    responded(first, length) {
      this.invalidate();
      if (this.stream.state === CLOSED) this.respondClosed(first);
      else this.respondOpen(first, length);
      this.pullIfNeeded();
    }

    respondClosed(first) {
      if (first.asked === NOBODY) this.pullIntos.shift();
      const { reader } = this.stream;
      if (reader === null || !reader.isByob) return;
      const filled = [];
      for (let item = reader.requests.first; item !== null; item = item.next) filled.push(this.pullIntos.shift());
      this.commitAll(filled);
    }

    respondOpen(first, length) {
      first.filled += length;
      if (first.asked === NOBODY) {
        this.keepUnread(first);
        this.commitAll(this.fillPullIntos());
        return;
      }
      if (first.filled < first.minimum) return;
      this.pullIntos.shift();
      const rest = first.filled % first.elementSize;
      if (rest > 0) {
        this.pushCopy(first.buffer, first.offset + first.filled - rest, rest);
        first.filled -= rest;
      }
      const filled = this.fillPullIntos();
      this.commit(first);
      this.commitAll(filled);
    }

    close() {
      if (!this.isOpen) return;
      if (this.total > 0) {
        this.isClosing = true;
        return;
      }
      if (this.pullIntos.length > 0 && this.pullIntos[0].filled % this.pullIntos[0].elementSize !== 0) {
        const error = new TypeError(PARTIAL);
        this.fail(error);
        throw error;
      }
      this.finish();
    }

    /** Closes, and lets go of a buffer that waits to be filled. */
    end() {
      this.close();
      if (this.pullIntos.length > 0 && this.stream.state === CLOSED) this.respond(0);
    }

    clear() {
      this.invalidate();
      this.pullIntos = [];
      super.clear();
    }

    /** The reader lets go of the stream. */
    release() {
      const [first] = this.pullIntos;
      if (first === undefined) return;
      first.asked = NOBODY;
      this.pullIntos = [first];
    }
  }

  class ReadableByteStreamController {
    #it;

    constructor(secret, it) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#it = it;
    }
    get byobRequest() {
      return this.#it.currentRequest();
    }
    get desiredSize() {
      return this.#it.desiredSize;
    }
    close() {
      if (!this.#it.isOpen) throw new TypeError('This ReadableByteStreamController is closed.');
      this.#it.close();
    }
    enqueue(chunk) {
      const it = this.#it;
      if (!ArrayBuffer.isView(chunk)) {
        throw new TypeError(
          "Failed to execute 'enqueue' on 'ReadableByteStreamController': parameter 1 is not of type 'ArrayBufferView'."
        );
      }
      if (chunk.byteLength === 0 || chunk.buffer.byteLength === 0) {
        throw new TypeError('Cannot enqueue a zero-length ArrayBuffer.');
      }
      if (!it.isOpen) throw new TypeError('This ReadableByteStreamController is closed.');
      it.enqueue(chunk);
    }
    error(reason = undefined) {
      this.#it.fail(reason);
    }
  }
  expose(ReadableByteStreamController);

  return {
    ByteController,
    ReadableByteStreamController,
    /** A controller as user code holds it. */
    shown: (controller) => new ReadableByteStreamController(SECRET, controller),
  };
})
