// ReadableStream: what user code holds of a readable stream. Its pipes, its branches, its iterator and
// what concerns bytes are files of their own, loaded when first used.
(function (host, load) {
  'use strict';
  const { expose, is, refuseClones, wrongArgument } = load('webidl');
  const { isObject, quiet, rejected } = load('streams/promises');
  const { dictionary, callback, underlying, strategy, markOf, enforcedRange } = load('streams/conversions');
  const { Readable, LOCKED } = load('streams/readablecore');
  const { DefaultController, shown } = load('streams/defaultcontroller');
  const { readerOf } = load('streams/reader');

  const { apply } = Reflect;
  const SECRET = Symbol('ReadableStream');
  const WRITABLE_LOCKED = 'This WritableStream is currently locked to a writer.';
  const SOURCE = 'UnderlyingSource';

  let readableOf, isReadable;

  /** A source of user code, with the methods that it had when the stream was made. */
  class UserSource {
    controller = null; // as user code holds it
    source = null;
    chunkSize = undefined;
    onCancel = undefined;
    onPull = undefined;
    onStart = undefined;
    isOfBytes = false;
    canPull = false;

    constructor(source) {
      this.source = source;
      const size = source.autoAllocateChunkSize;
      this.chunkSize = size === undefined ? undefined : enforcedRange(size, 'autoAllocateChunkSize');
      this.onCancel = callback(source.cancel, SOURCE, 'cancel');
      this.onPull = callback(source.pull, SOURCE, 'pull');
      this.onStart = callback(source.start, SOURCE, 'start');
      const { type } = source;
      this.isOfBytes = type !== undefined;
      if (this.isOfBytes && `${type}` !== 'bytes') {
        throw new TypeError(`"${type}" is not a valid type for ReadableStream.`);
      }
      this.canPull = this.onPull !== undefined;
    }

    start() {
      if (this.onStart === undefined) return undefined;
      return apply(this.onStart, this.source, [this.controller]);
    }

    pull() {
      return apply(this.onPull, this.source, [this.controller]);
    }

    cancel(reason) {
      return this.onCancel === undefined ? undefined : apply(this.onCancel, this.source, [reason]);
    }
  }

  function begin(readable, source, given) {
    if (source.isOfBytes) {
      if (given.size !== undefined) throw new RangeError('The strategy for a byte stream cannot have a size function.');
      const bytes = load('streams/bytecontroller');
      const mark = markOf(given, 0);
      if (source.chunkSize === 0) throw new TypeError('The autoAllocateChunkSize option cannot be zero.');
      const controller = new bytes.ByteController(readable, mark, source.chunkSize);
      source.controller = bytes.shown(controller);
      controller.begin(source);
    } else {
      const controller = new DefaultController(readable, markOf(given, 1), given.size ?? null);
      source.controller = shown(controller);
      controller.begin(source);
    }
  }

  function pipeOptions(value) {
    const options = dictionary(value, 'PipeToOptions');
    const { preventAbort, preventCancel, preventClose, signal } = options;
    if (signal !== undefined && !is.AbortSignal?.(signal)) {
      throw new TypeError(
        "Incorrect type for the 'signal' field on 'PipeToOptions': the provided value is not of type 'AbortSignal'."
      );
    }
    return {
      preventAbort: Boolean(preventAbort),
      preventCancel: Boolean(preventCancel),
      preventClose: Boolean(preventClose),
      signal,
    };
  }

  class ReadableStream {
    #it;

    constructor(source, queuing) {
      if (source === SECRET) {
        this.#it = queuing;
        return;
      }
      const object = underlying(source, SOURCE);
      const given = strategy(queuing);
      this.#it = new Readable();
      begin(this.#it, new UserSource(object), given);
    }

    static from(iterable) {
      return load('streams/from').from(iterable);
    }

    get locked() {
      return this.#it.reader !== null;
    }

    cancel(reason = undefined) {
      if (!(#it in this)) return rejected(new TypeError('Illegal invocation'));
      return this.#it.reader === null ? this.#it.cancel(reason) : rejected(new TypeError(LOCKED));
    }

    getReader(options = undefined) {
      const it = this.#it;
      const { mode } = dictionary(options, 'ReadableStreamGetReaderOptions');
      if (mode === undefined) return readerOf(it);
      if (`${mode}` !== 'byob') throw new TypeError(`"${mode}" is not a valid mode for getReader.`);
      return load('streams/byobreader').byobReaderOf(it);
    }

    pipeThrough(transform, options = undefined) {
      const it = this.#it;
      if (!isObject(transform)) throw wrongArgument('pipeThrough', 'ReadableStream', 1, 'Transform');
      const { writableOf } = load('streams/writable');
      const { readable } = transform;
      if (!isReadable(readable)) throw wrongPart('readable', 'ReadableStream');
      const target = writableOf(transform.writable);
      if (target === null) throw wrongPart('writable', 'WritableStream');
      const given = pipeOptions(options);
      if (it.reader !== null) throw new TypeError(LOCKED);
      if (target.writer !== null) throw new TypeError(WRITABLE_LOCKED);
      quiet(load('streams/pipe').pipe(it, target, given));
      return readable;
    }

    pipeTo(destination, options = undefined) {
      if (!(#it in this)) return rejected(new TypeError('Illegal invocation'));
      const it = this.#it;
      const target = load('streams/writable').writableOf(destination);
      if (target === null) return rejected(wrongArgument('pipeTo', 'ReadableStream', 1, 'WritableStream'));
      let given;
      try {
        given = pipeOptions(options);
      } catch (error) {
        return rejected(error);
      }
      if (it.reader !== null) return rejected(new TypeError(LOCKED));
      if (target.writer !== null) return rejected(new TypeError(WRITABLE_LOCKED));
      return load('streams/pipe').pipe(it, target, given);
    }

    tee() {
      const it = this.#it;
      const file = it.controller.isOfBytes ? 'streams/bytetee' : 'streams/tee';
      return load(file).tee(it).map(streamOf);
    }

    values(options = undefined) {
      const it = this.#it;
      const { preventCancel } = dictionary(options, 'ReadableStreamIteratorOptions');
      return load('streams/iterator').iterate(it, Boolean(preventCancel));
    }

    static {
      is.ReadableStream = isReadable = (value) => isObject(value) && #it in value;
      readableOf = (value) => (isReadable(value) ? value.#it : null);
    }
  }
  const { from } = Object.getOwnPropertyDescriptors(ReadableStream);
  Object.defineProperty(ReadableStream, 'from', { ...from, enumerable: true });
  Object.defineProperty(ReadableStream, 'length', { value: 0, configurable: true });
  expose(ReadableStream);
  Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
    value: ReadableStream.prototype.values,
    writable: true,
    configurable: true,
  });
  refuseClones(ReadableStream, 'ReadableStream can only be serialized for RPC.');

  function wrongPart(field, type) {
    return new TypeError(
      `Incorrect type for the '${field}' field on 'Transform': the provided value is not of type '${type}'.`
    );
  }

  const streamOf = (readable) => new ReadableStream(SECRET, readable);

  return {
    ReadableStream,
    /** What a stream is within; null for anything else. */
    readableOf,
    streamOf,

    /** A stream within over a source of the platform, which is given its controller as it is within. */
    readableFrom(source, highWaterMark, size = null) {
      const readable = new Readable();
      new DefaultController(readable, highWaterMark, size).begin(source);
      return readable;
    },

    /** The same for a source of bytes. Their buffers are its own: nobody else has them. */
    byteReadableFrom(source, highWaterMark) {
      const { ByteController } = load('streams/bytecontroller');
      const readable = new Readable();
      new ByteController(readable, highWaterMark, undefined).begin(source);
      return readable;
    },
  };
})
