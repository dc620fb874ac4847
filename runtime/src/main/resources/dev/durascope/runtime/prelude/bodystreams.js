// Bodies as streams: a stream over a body's content, and a user's stream sent as a body.
(function (host, load) {
  'use strict';
  const { errorFromHost, nameForHost } = load('webidl');
  const { ReadableStream, expectLength } = load('streams');
  const { fromJava, wait, lengthOf, FORMS } = load('body');
  const { reading } = load('directreads');
  const { check, TYPES } = load('iocontext');
  const { write, room, end, fail, onCancel } = host.bodies;

  const CHUNK_NOT_BYTES = 'This ReadableStream did not return bytes.';

  // Streams whose content somebody took without reading the stream: their source must not be
  // cancelled with them.
  const dropped = new WeakSet();

  /** A byte stream over the content of a body. */
  function open(body) {
    return expectLength(streamOver(body), lengthOf(body));
  }

  function streamOver(body) {
    if (body.form === FORMS.JAVA && host.bodies.isStream(body.value)) return overChannel(body);
    return new ReadableStream({
      type: 'bytes',
      pull(controller) {
        check(body.owner, TYPES.READABLE);
        const bytes = bytesOf(body);
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
        controller.byobRequest?.respond(0);
      },
      cancel: () => check(body.owner, TYPES.READABLE),
    });
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
    const stream = new ReadableStream(
      {
        type: 'bytes',
        async pull(controller) {
          check(owner, TYPES.READABLE);
          const chunk = await wait((done, failed) => host.bodies.read(handle, done, failed), signal);
          if (chunk === null) {
            controller.close();
            controller.byobRequest?.respond(0);
          } else {
            controller.enqueue(fromJava(chunk));
          }
        },
        cancel() {
          if (dropped.has(stream)) return;
          check(owner, TYPES.READABLE);
          host.bodies.cancel(handle);
        },
      },
      { highWaterMark: 0 }
    );
    return stream;
  }

  /** Makes a stream useless whose content has been taken. */
  function drop(stream) {
    dropped.add(stream);
    stream.cancel();
  }

  /** A stream with the content of another one, which from now on is locked. */
  function takeOver(stream) {
    const reader = stream.getReader();
    return new ReadableStream(
      {
        async pull(controller) {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 }
    );
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
    stream.getReader();
    const chunks = [];
    return new Promise((resolve, reject) => {
      const read = reading(stream, add, () => resolve(joined(chunks)), reject);

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
    const reader = stream.getReader();
    const read = reading(stream, send, () => end(handle), breakOff);
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
      reader.cancel(error).catch(() => {});
    }

    onCancel(handle, () => reader.cancel().catch(() => {}));
    read();
  }

  return { open, drop, takeOver, readAll, pump };
})
