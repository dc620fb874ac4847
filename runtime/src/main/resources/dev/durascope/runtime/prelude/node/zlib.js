// node:zlib. The codecs are Java's (`runtime.api.zlib`); here are their three faces: streams, callbacks
// and functions that wait. https://nodejs.org/api/zlib.html
(function (host, load) {
  'use strict';
  const { Transform } = load('node/stream');
  const { Buffer } = load('node/buffer');
  const { coded, invalidArgType, outOfRange } = load('node/errors');
  const { constants: c, codes } = load('node/zlibconstants');
  const { nodeZlib } = host;

  const ERRNO = { Z_NEED_DICT: 2, Z_DATA_ERROR: -3, Z_BUF_ERROR: -5 };
  const isCompressing = (kind) => ['deflate', 'deflateRaw', 'gzip', 'brotliCompress', 'zstdCompress'].includes(kind);
  const isBrotli = (kind) => kind.startsWith('brotli');

  /** Java's error, a code and words, as Node.js would throw it. */
  function translated(error) {
    const [code, message] = error.message.split('\n');
    if (message === undefined) return error;
    return Object.assign(coded(Error, code, message), { errno: ERRNO[code] ?? -1 });
  }

  function calling(fn, ...args) {
    try {
      return fn(...args);
    } catch (error) {
      throw translated(error);
    }
  }

  function bytesOf(value, name = 'buffer') {
    if (typeof value === 'string') return Buffer.from(value);
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    throw invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], value);
  }

  function inRange(options, name, low, high, otherwise) {
    const value = options[name];
    if (value === undefined || Number.isNaN(value)) return otherwise;
    if (typeof value !== 'number') throw invalidArgType(`options.${name}`, 'number', value);
    if (value < low || value > high) throw outOfRange(`options.${name}`, `>= ${low} and <= ${high}`, value);
    return value;
  }

  /** Opens a codec with the options of Node.js. */
  function open(kind, options) {
    if (kind.startsWith('zstd')) {
      throw coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `Zstandard (zlib.${kind}) is not available in this version of Durascope`);
    }
    inRange(options, 'chunkSize', c.Z_MIN_CHUNK, Infinity, c.Z_DEFAULT_CHUNK);
    if (isBrotli(kind)) {
      const params = options.params ?? {};
      for (const [key, value] of Object.entries(params)) {
        if (typeof value !== 'number' && typeof value !== 'boolean') {
          throw invalidArgType('options.params[key]', 'number', value);
        }
        if (Number.isNaN(Number(key)) || Number(key) < 0 || Number(key) > c.BROTLI_PARAM_NDIRECT) {
          throw coded(RangeError, 'ERR_BROTLI_INVALID_PARAM', `${key} is not a valid Brotli parameter`);
        }
      }
      return calling(
        nodeZlib.brotli,
        isCompressing(kind),
        params[c.BROTLI_PARAM_QUALITY] ?? c.BROTLI_DEFAULT_QUALITY,
        params[c.BROTLI_PARAM_LGWIN] ?? c.BROTLI_DEFAULT_WINDOW,
        params[c.BROTLI_PARAM_MODE] ?? c.BROTLI_MODE_GENERIC
      );
    }
    inRange(options, 'windowBits', kind === 'inflate' || kind === 'gunzip' || kind === 'unzip' ? 0 : c.Z_MIN_WINDOWBITS, c.Z_MAX_WINDOWBITS);
    inRange(options, 'memLevel', c.Z_MIN_MEMLEVEL, c.Z_MAX_MEMLEVEL);
    const level = inRange(options, 'level', c.Z_MIN_LEVEL, c.Z_MAX_LEVEL, c.Z_DEFAULT_LEVEL);
    const strategy = inRange(options, 'strategy', c.Z_DEFAULT_STRATEGY, c.Z_FIXED, c.Z_DEFAULT_STRATEGY);
    // The codec knows three strategies; the two others are refinements of one.
    const known = strategy > c.Z_HUFFMAN_ONLY ? c.Z_DEFAULT_STRATEGY : strategy;
    if (options.dictionary === undefined) return nodeZlib.open(kind, level, known, null);
    const { buffer, byteOffset, byteLength } = bytesOf(options.dictionary, 'options.dictionary');
    return nodeZlib.open(kind, level, known, buffer, byteOffset, byteLength);
  }

  /** What Java gives, as a Buffer of its own. */
  const own = (javaBytes) => Buffer.from(new ArrayBuffer(javaBytes).slice(0));
  const add = (codec, bytes, flush) =>
    own(calling(nodeZlib.add, codec, bytes.buffer, bytes.byteOffset, bytes.byteLength, flush));

  /** Whether data that ends too early is good enough. */
  const isLenient = (options) => options.finishFlush === c.Z_SYNC_FLUSH;

  function flushKind(kind, flush) {
    if (isBrotli(kind)) return flush === c.BROTLI_OPERATION_PROCESS ? 0 : 1;
    return flush === c.Z_NO_FLUSH ? 0 : flush === c.Z_FULL_FLUSH ? 2 : 1;
  }

  /** A stream that compresses or decompresses what flows through it. */
  class ZlibBase extends Transform {
    #kind;
    #codec;
    #options;
    bytesWritten = 0;

    constructor(kind, options = {}) {
      super({ ...options, transform: undefined, flush: undefined });
      this.#kind = kind;
      this.#options = options ?? {};
      this.#codec = open(kind, this.#options);
    }

    get _closed() {
      return this.destroyed;
    }

    _transform(chunk, encoding, callback) {
      try {
        this.bytesWritten += chunk.length;
        const flush = this.#options.flush === undefined ? 0 : flushKind(this.#kind, this.#options.flush);
        this.#give(add(this.#codec, bytesOf(chunk), flush));
      } catch (error) {
        callback(error);
        return;
      }
      callback();
    }

    _flush(callback) {
      try {
        this.#give(own(calling(nodeZlib.finish, this.#codec, isLenient(this.#options))));
      } catch (error) {
        callback(error);
        return;
      }
      callback();
    }

    #give(bytes) {
      const size = this.#options.chunkSize ?? c.Z_DEFAULT_CHUNK;
      for (let at = 0; at < bytes.length; at += size) this.push(bytes.subarray(at, at + size));
    }

    _destroy(error, callback) {
      nodeZlib.close(this.#codec);
      callback(error);
    }

    /** Brings out what has been written so far. */
    flush(kind, callback) {
      const done = typeof kind === 'function' ? kind : callback;
      const flush = typeof kind === 'number' ? kind : isBrotli(this.#kind) ? c.BROTLI_OPERATION_FLUSH : c.Z_FULL_FLUSH;
      const act = () => {
        if (!this.destroyed && !this.writableFinished) {
          this.#give(add(this.#codec, new Uint8Array(0), flushKind(this.#kind, flush)));
        }
        done?.();
      };
      if (this.writableLength > 0) this.once('drain', act);
      else queueMicrotask(act);
    }

    params(level, strategy, callback) {
      nodeZlib.change(this.#codec, level, strategy > c.Z_HUFFMAN_ONLY ? c.Z_DEFAULT_STRATEGY : strategy);
      if (callback) queueMicrotask(callback);
    }

    reset() {
      nodeZlib.close(this.#codec);
      this.#codec = open(this.#kind, this.#options);
    }

    close(callback) {
      if (callback) this.once('close', callback);
      this.destroy();
    }
  }

  function run(kind, input, options = {}) {
    const bytes = bytesOf(input);
    const codec = open(kind, options);
    try {
      const parts = [add(codec, bytes, 0), own(calling(nodeZlib.finish, codec, isLenient(options)))];
      const result = Buffer.concat(parts);
      if (result.length > (options.maxOutputLength ?? Infinity)) {
        throw coded(RangeError, 'ERR_BUFFER_TOO_LARGE', `Cannot create a Buffer larger than ${options.maxOutputLength} bytes`);
      }
      return result;
    } finally {
      nodeZlib.close(codec);
    }
  }

  const exports = {
    codes,
    constants: c,
    ...c,
    crc32(data, value = 0) {
      const { buffer, byteOffset, byteLength } = bytesOf(data, 'data');
      return nodeZlib.crc32(buffer, byteOffset, byteLength, value);
    },
  };

  const KINDS = {
    Deflate: 'deflate',
    DeflateRaw: 'deflateRaw',
    Gzip: 'gzip',
    Inflate: 'inflate',
    InflateRaw: 'inflateRaw',
    Gunzip: 'gunzip',
    Unzip: 'unzip',
    BrotliCompress: 'brotliCompress',
    BrotliDecompress: 'brotliDecompress',
    ZstdCompress: 'zstdCompress',
    ZstdDecompress: 'zstdDecompress',
  };
  for (const [name, kind] of Object.entries(KINDS)) {
    exports[name] = {
      [name]: class extends ZlibBase {
        constructor(options) {
          super(kind, options);
        }
      },
    }[name];
    exports[`create${name}`] = (options) => new exports[name](options);
    exports[`${kind}Sync`] = (buffer, options) => {
      const result = run(kind, buffer, options);
      return options?.info ? { buffer: result, engine: exports[`create${name}`](options) } : result;
    };
    exports[kind] = (buffer, options, callback) => {
      const done = typeof options === 'function' ? options : callback;
      if (typeof done !== 'function') throw invalidArgType('callback', 'Function', done);
      const input = bytesOf(buffer);
      setTimeout(() => {
        let result;
        try {
          result = exports[`${kind}Sync`](input, typeof options === 'function' ? {} : options);
        } catch (error) {
          done(error);
          return;
        }
        done(null, result);
      }, 0);
    };
  }
  return exports;
})
