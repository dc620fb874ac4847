// Streams in remote calls. Bytes go through a channel of Java's, which holds the writer back; what a
// WritableStream's receiver hears of its end goes through a stub.
(function (host, load) {
  'use strict';
  const { WritableStream } = load('streams/writable');
  const { LATER } = load('streams/readablecore');
  const { byteReadableFrom, streamOf } = load('streams/readable');
  const { toBytes } = load('streams/bytes');
  const { pump, readChannel } = load('bodystreams');
  const { wait, fromJava } = load('body');

  const READ_BROKEN = 'ReadableStream received over RPC disconnected prematurely.';
  const WRITE_BROKEN =
    'WritableStream received over RPC was disconnected because the remote execution context has ended.';

  /** A byte stream over a channel. */
  function overChannel(handle) {
    const source = {
      __proto__: null,
      pull(controller) {
        readChannel(controller, handle, () => new Error(READ_BROKEN));
        return LATER;
      },
      cancel: () => host.bodies.cancel(handle),
    };
    return streamOf(byteReadableFrom(source, 0));
  }

  /** Writes what comes through a channel into a stream of this isolate, to the end. */
  async function drain(handle, writer) {
    for (;;) {
      const chunk = await wait((done, failed) => host.bodies.read(handle, done, failed));
      if (chunk === null) return writer.close();
      await writer.write(fromJava(chunk));
    }
  }

  return {
    sendReadable(stream) {
      if (stream.locked) throw new TypeError('The ReadableStream has been locked to a reader.');
      const handle = host.bodies.openStream(-1);
      pump(stream, handle);
      return handle;
    },

    receiveReadable: overChannel,

    /** [the channel of what will be written, a stub that tells how that has ended] */
    sendWritable(stream) {
      if (stream.locked) throw new TypeError('This WritableStream is currently locked to a writer.');
      const writer = stream.getWriter();
      const handle = host.bodies.openStream(-1);
      const ended = drain(handle, writer).catch((error) => {
        // A failure of the stream stops the other side; a failure of the other side, the stream.
        host.bodies.cancel(handle);
        writer.abort(new Error(WRITE_BROKEN)).catch(() => {});
        throw error;
      });
      ended.catch(() => {});
      return [handle, host.rpc.wrap(() => ended, true)];
    },

    receiveWritable(handle, stub) {
      // The stub that came belongs to the call, which the stream outlives.
      const outcome = load('rpc').makeStub(host.rpc.dup(stub));
      const ended = async () => {
        try {
          await outcome();
        } finally {
          outcome[Symbol.dispose]();
        }
      };
      return new WritableStream({
        async write(chunk) {
          const bytes = toBytes(chunk);
          if (bytes.length === 0) return;
          try {
            await wait((done, failed) => {
              if (host.bodies.write(handle, bytes.buffer, bytes.byteOffset, bytes.length)) done();
              else host.bodies.room(handle, done, failed);
            });
          } catch (error) {
            await ended();
            throw error;
          }
        },
        close() {
          host.bodies.end(handle);
          return ended();
        },
        abort() {
          host.bodies.fail(handle, 'Error', WRITE_BROKEN);
          outcome[Symbol.dispose]();
        },
      });
    },
  };
})
