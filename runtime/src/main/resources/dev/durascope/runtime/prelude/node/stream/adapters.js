// Streams of Node.js as streams of the platform, and the other way round.
// https://nodejs.org/api/stream.html#streamreadabletowebstreamreadable-options
(function (host, load) {
  'use strict';
  const { Readable, Writable, Duplex, finished } = load('vendor/node-stream');
  const { Buffer } = load('node/buffer');
  const { coded, abortError } = load('node/errors');

  const premature = () => coded(Error, 'ERR_STREAM_PREMATURE_CLOSE', 'Premature close');

  function readableToWeb(readable, options = {}) {
    const isObjects = readable.readableObjectMode;
    const strategy =
      options.strategy ??
      (isObjects
        ? new CountQueuingStrategy({ highWaterMark: readable.readableHighWaterMark })
        : { highWaterMark: readable.readableHighWaterMark, size: (chunk) => chunk?.byteLength ?? 1 });
    let isCancelled = false;
    readable.pause();
    return new ReadableStream(
      {
        start(controller) {
          readable.on('data', (chunk) => {
            controller.enqueue(Buffer.isBuffer(chunk) && !isObjects ? new Uint8Array(chunk) : chunk);
            if (controller.desiredSize <= 0) readable.pause();
          });
          finished(readable, { writable: false }, (error) => {
            if (isCancelled) return;
            if (error) controller.error(error.code === 'ERR_STREAM_PREMATURE_CLOSE' ? abortError() : error);
            else controller.close();
          });
          readable.pause();
        },
        pull() {
          readable.resume();
        },
        cancel(reason) {
          isCancelled = true;
          readable.destroy(reason);
        },
      },
      strategy
    );
  }

  function readableFromWeb(stream, options = {}) {
    const reader = stream.getReader();
    let isDone = false;
    const readable = new Readable({
      ...options,
      read() {
        reader.read().then(
          ({ done, value }) => {
            isDone ||= done;
            readable.push(done ? null : value);
          },
          (error) => readable.destroy(error)
        );
      },
      destroy(error, callback) {
        if (isDone) callback(error);
        else reader.cancel(error ?? undefined).then(() => callback(error), () => callback(error));
      },
    });
    reader.closed.then(
      () => {},
      (error) => readable.destroy(error)
    );
    return readable;
  }

  function writableToWeb(writable) {
    let controller;
    finished(writable, { readable: false }, (error) => {
      if (error) controller.error(error);
    });
    return new WritableStream(
      {
        start(c) {
          controller = c;
        },
        write: (chunk) =>
          new Promise((resolve, reject) => {
            writable.write(chunk, (error) => (error ? reject(error) : resolve()));
          }),
        close: () =>
          new Promise((resolve, reject) => {
            finished(writable, { readable: false }, (error) => (error ? reject(error) : resolve()));
            writable.end();
          }),
        abort(reason) {
          writable.destroy(reason);
        },
      },
      { highWaterMark: writable.writableHighWaterMark, size: (chunk) => chunk?.byteLength ?? chunk?.length ?? 1 }
    );
  }

  function writableFromWeb(stream, options = {}) {
    const writer = stream.getWriter();
    let isClosed = false;
    const writable = new Writable({
      ...options,
      write(chunk, encoding, callback) {
        writer.ready.then(() => writer.write(chunk)).then(() => callback(), callback);
      },
      final(callback) {
        isClosed = true;
        writer.close().then(() => callback(), callback);
      },
      destroy(error, callback) {
        const ended = error ? writer.abort(error) : isClosed ? Promise.resolve() : writer.close();
        ended.then(() => callback(error), () => callback(error));
      },
    });
    writer.closed.then(
      () => {
        if (!isClosed) writable.destroy(premature());
      },
      (error) => writable.destroy(error)
    );
    return writable;
  }

  function duplexToWeb(duplex) {
    return { readable: readableToWeb(duplex), writable: writableToWeb(duplex) };
  }

  function duplexFromWeb({ readable, writable }, options = {}) {
    const source = readableFromWeb(readable, options);
    const sink = writableFromWeb(writable, options);
    return Duplex.from({ readable: source, writable: sink });
  }

  return { readableToWeb, readableFromWeb, writableToWeb, writableFromWeb, duplexToWeb, duplexFromWeb };
})
