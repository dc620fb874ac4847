// Bodies as streams: a stream over a body's content, and a user's stream sent as a body.
(function (host, load) {
  'use strict';
  const { errorFromHost, nameForHost } = load('webidl');
  const { errorFor, fromJava, lengthOf, FORMS } = load('body');
  const { LATER } = load('streams/readablecore');
  const { readableFrom, byteReadableFrom, readableOf, streamOf } = load('streams/readable');
  const { reading } = load('streams/reading');
  const { check, TYPES } = load('iocontext');
  const { write, room, end, fail, onCancel } = host.bodies;

  const CHUNK_NOT_BYTES = 'This ReadableStream did not return bytes.';

  // Streams whose content somebody took without reading the stream: their source must not be
  // cancelled with them.
  const dropped = new WeakSet();

  /** A byte stream over the content of a body. */
  function open(body) {
    const readable = readableOver(body);
    readable.expectedLength = Math.max(-1, lengthOf(body));
    return streamOf(readable);
  }

  function readableOver(body) {
    if (body.form === FORMS.JAVA && host.bodies.isStream(body.value)) return overChannel(body);
    return byteReadableFrom(
      {
        __proto__: null,
        pull(controller) {
          check(body.owner, TYPES.READABLE);
          const bytes = bytesOf(body);
          if (bytes.length > 0) controller.enqueueOwn(bytes);
          controller.end();
        },
        cancel: () => check(body.owner, TYPES.READABLE),
      },
      0
    );
  }

  function bytesOf({ form, value }) {
    switch (form) {
      case FORMS.TEXT:
        return new TextEncoder().encode(value);
      case FORMS.BYTES:
        return value.slice();
      default:
        return fromJava(host.bodies.buffer(value));
    }
  }

  function overChannel({ value: handle, signal, owner }) {
    const readable = byteReadableFrom(
      {
        __proto__: null,
        pull(controller) {
          check(owner, TYPES.READABLE);
          readChannel(controller, handle, (name, message) => errorFor(name, message, signal));
          return LATER;
        },
        cancel() {
          if (dropped.has(readable)) return;
          check(owner, TYPES.READABLE);
          host.bodies.cancel(handle);
        },
      },
      0
    );
    return readable;
  }

  /** Moves the next chunk of a channel into a stream of bytes; `errorOf` says what its failure is called. */
  function readChannel(controller, handle, errorOf) {
    host.bodies.read(
      handle,
      (chunk) => {
        if (chunk === null) controller.end();
        else controller.enqueueOwn(fromJava(chunk));
        controller.pulled();
      },
      (name, message) => controller.fail(errorOf(name, message))
    );
  }

  /** Makes a stream useless whose content has been taken. */
  function drop(stream) {
    const readable = readableOf(stream);
    dropped.add(readable);
    readable.cancel();
  }

  /** A stream with the content of another one, which from now on is locked. */
  function takeOver(stream) {
    const readable = readableOf(stream);
    readable.lock(false);
    const source = {
      __proto__: null,
      next: null,
      pull() {
        readable.read(source);
        return LATER;
      },
      cancel: (reason) => readable.cancel(reason),

      // As a read request.
      chunk(chunk) {
        const { controller } = moved;
        if (controller.isOpen) controller.enqueue(chunk);
        controller.pulled();
      },
      close: () => moved.controller.close(),
      error: (reason) => moved.controller.fail(reason),
    };
    const moved = readableFrom(source, 0);
    return streamOf(moved);
  }

  function chunkBytes(chunk) {
    if (chunk instanceof Uint8Array) return chunk;
    if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
    if (ArrayBuffer.isView(chunk)) {
      return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
    if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
    throw new TypeError(CHUNK_NOT_BYTES);
  }

  /** All bytes of a stream. */
  function readAll(stream) {
    const chunks = [];
    return new Promise((resolve, reject) => {
      const { read } = reading(stream, add, () => resolve(joined(chunks)), reject);

      function add(chunk) {
        try {
          chunks.push(chunkBytes(chunk));
          return true;
        } catch (error) {
          reject(error);
          return false;
        }
      }
      read();
    });
  }

  function joined(chunks) {
    const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }

  /** Sends a stream into a Java channel, no faster than its reader takes it. */
  function pump(stream, handle) {
    const { read, cancel } = reading(stream, send, () => end(handle), breakOff);
    const stop = (name, message) => breakOff(errorFromHost(name, message));

    /** Whether there is room for more; if not, reading goes on once there is. */
    function send(chunk) {
      try {
        const { buffer, byteOffset, length } = chunkBytes(chunk);
        if (length === 0 || write(handle, buffer, byteOffset, length)) return true;
        room(handle, read, stop);
        return false;
      } catch (error) {
        breakOff(error);
        return false;
      }
    }

    function breakOff(error) {
      fail(handle, nameForHost(error), `${error?.message ?? error}`);
      cancel(error);
    }

    onCancel(handle, () => cancel());
    read();
  }

  return { open, drop, takeOver, readAll, readChannel, pump };
})
