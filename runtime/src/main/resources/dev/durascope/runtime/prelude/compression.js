// CompressionStream and DecompressionStream, on java.util.zip.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { fromJava } = load('body');
  const { own, check, TYPES } = load('iocontext');
  const { TransformStream } = load('streams/transform');
  const { toBytes } = load('streams/bytes');

  const FORMATS = ['deflate', 'deflate-raw', 'gzip'];

  function pipe(format, open) {
    if (!FORMATS.includes(`${format}`)) {
      throw new TypeError(
        "The compression format must be either 'deflate', 'deflate-raw' or 'gzip'."
      );
    }
    const owner = own();
    const handle = open(`${format}`);
    const give = (controller, buffer) => {
      const bytes = fromJava(buffer);
      if (bytes.length > 0) controller.enqueue(bytes);
    };
    return new TransformStream({
      transform(chunk, controller) {
        check(owner, TYPES.WRITABLE);
        const { buffer, byteOffset, length } = toBytes(chunk);
        give(controller, host.compression.add(handle, buffer, byteOffset, length));
      },
      flush(controller) {
        give(controller, host.compression.finish(handle));
      },
    });
  }

  class CompressionStream {
    #stream;
    constructor(format) {
      this.#stream = pipe(format, host.compression.deflater);
    }
    get readable() {
      return this.#stream.readable;
    }
    get writable() {
      return this.#stream.writable;
    }
  }
  expose(CompressionStream);

  class DecompressionStream {
    #stream;
    constructor(format) {
      this.#stream = pipe(format, host.compression.inflater);
    }
    get readable() {
      return this.#stream.readable;
    }
    get writable() {
      return this.#stream.writable;
    }
  }
  expose(DecompressionStream);

  return { CompressionStream, DecompressionStream };
})
