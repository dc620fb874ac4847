// Blob and File: bytes that never change, with a type.
(function (host, load) {
  'use strict';
  const { expose, is, usv, wrongConstructorArgument, refuseClones } = load('webidl');

  const SECRET = Symbol('Blob');
  let bytesOf;

  function partBytes(part) {
    if (is.Blob(part)) return bytesOf(part);
    if (part instanceof ArrayBuffer) return new Uint8Array(part);
    if (ArrayBuffer.isView(part)) {
      return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    }
    return new TextEncoder().encode(usv(part));
  }

  function join(parts) {
    const chunks = Array.from(parts, partBytes);
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  function normalizedType(type) {
    const text = `${type}`;
    return /[^\x20-\x7e]/.test(text) ? '' : text.toLowerCase();
  }

  class Blob {
    #bytes;
    #type;

    constructor(parts, options) {
      if (parts === SECRET) {
        this.#bytes = options.bytes;
        this.#type = options.type;
        return;
      }
      if (parts !== undefined && (parts === null || typeof parts !== 'object' || !(Symbol.iterator in parts))) {
        throw wrongConstructorArgument(new.target.name, 1, 'Array');
      }
      if (options !== undefined && options !== null && typeof options !== 'object') {
        throw wrongConstructorArgument(new.target.name, 2, 'Options');
      }
      if (options?.endings !== undefined) {
        throw new Error("The 'endings' field on 'Options' is not implemented.");
      }
      this.#bytes = join(parts ?? []);
      this.#type = normalizedType(options?.type ?? '');
    }

    get size() {
      return this.#bytes.length;
    }
    get type() {
      return this.#type;
    }
    slice(start = 0, end = this.size, type = '') {
      const from = clamp(start, this.size);
      const bytes = this.#bytes.subarray(from, Math.max(from, clamp(end, this.size)));
      return new Blob(SECRET, { bytes, type: normalizedType(type) });
    }
    async arrayBuffer() {
      return this.#bytes.slice().buffer;
    }
    async bytes() {
      return this.#bytes.slice();
    }
    async text() {
      return new TextDecoder().decode(this.#bytes);
    }
    stream() {
      load('iocontext').requireHandler();
      const bytes = this.#bytes;
      const { byteReadableFrom, streamOf } = load('streams/readable');
      const source = {
        __proto__: null,
        pull(controller) {
          if (bytes.length > 0) controller.enqueueOwn(bytes.slice());
          controller.end();
        },
        cancel() {},
      };
      return streamOf(byteReadableFrom(source, 0));
    }

    static {
      is.Blob = (value) => typeof value === 'object' && value !== null && #bytes in value;
      bytesOf = (blob) => blob.#bytes;
    }
  }
  expose(Blob);
  refuseClones(Blob, 'Blob cannot be cloned or stored in this version of Durascope.');

  function clamp(index, size) {
    const whole = Math.trunc(Number(index)) || 0;
    return whole < 0 ? Math.max(0, size + whole) : Math.min(whole, size);
  }

  class File extends Blob {
    #name;
    #lastModified;

    constructor(parts, name, options) {
      if (arguments.length < 2) throw wrongConstructorArgument('File', arguments.length + 1, 'string');
      super(parts, options);
      this.#name = usv(name);
      this.#lastModified = options?.lastModified === undefined ? Date.now() : Math.trunc(Number(options.lastModified));
    }
    get name() {
      return this.#name;
    }
    get lastModified() {
      return this.#lastModified;
    }
  }
  expose(File);

  return {
    Blob,
    File,
    /** The bytes themselves: not to be written to. */
    bytesOf,
  };
})
