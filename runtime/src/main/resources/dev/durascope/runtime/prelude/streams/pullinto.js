// A buffer that a reader has brought to be filled, and ReadableStreamBYOBRequest, which shows it to the
// source.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { enforcedRange } = load('streams/conversions');

  const SECRET = Symbol('ReadableStreamBYOBRequest');
  const INVALIDATED = 'This ReadableStreamBYOBRequest has been invalidated.';
  const DETACHED = 'The underlying ArrayBuffer has been detached.';

  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const { get: nameOf } = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag);
  const CLASSES = new Map(
    [
      Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
      Float32Array, Float64Array, BigInt64Array, BigUint64Array,
    ].map((Class) => [Class.name, Class])
  );

  /** The engine's class of a view, and the size of its elements. */
  function classOf(view) {
    const Class = CLASSES.get(nameOf.call(view));
    return Class === undefined ? { Class: DataView, elementSize: 1 } : { Class, elementSize: Class.BYTES_PER_ELEMENT };
  }

  class PullInto {
    buffer = null;
    bufferLength = 0;
    offset = 0;
    length = 0;
    minimum = 0;
    Class = null;
    elementSize = 1;
    asked = null;
    filled = 0;

    /**
     * @param minimum how many bytes the reader waits for
     * @param Class of the view that the reader is given
     * @param asked what kind of reader
     */
    constructor(buffer, offset, length, minimum, Class, asked) {
      this.buffer = buffer;
      this.bufferLength = buffer.byteLength;
      this.offset = offset;
      this.length = length;
      this.minimum = minimum;
      this.Class = Class;
      this.elementSize = Class.BYTES_PER_ELEMENT ?? 1;
      this.asked = asked;
    }

    /** What is still to be filled. */
    rest() {
      return new Uint8Array(this.buffer, this.offset + this.filled, this.length - this.filled);
    }

    add(bytes) {
      this.rest().set(bytes);
      this.filled += bytes.length;
    }

    /** What was filled, in a buffer that nobody else has. */
    take() {
      return new this.Class(this.buffer.transfer(), this.offset, this.filled / this.elementSize);
    }
  }

  let invalidate;

  class ReadableStreamBYOBRequest {
    #controller;
    #view;

    constructor(secret, controller, view) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#controller = controller;
      this.#view = view;
    }
    get view() {
      return this.#view;
    }
    respond(bytesWritten) {
      const controller = this.#controller;
      if (arguments.length === 0) {
        throw new TypeError(
          "Failed to execute 'respond' on 'ReadableStreamBYOBRequest': parameter 1 is not of type 'number'."
        );
      }
      const length = enforcedRange(bytesWritten, 'bytesWritten');
      if (controller === null) throw new TypeError(INVALIDATED);
      if (this.#view.buffer.detached) throw new TypeError('Cannot respond with a zero-length or detached view');
      controller.respond(length);
    }
    respondWithNewView(view) {
      const controller = this.#controller;
      if (!ArrayBuffer.isView(view)) {
        throw new TypeError(
          "Failed to execute 'respondWithNewView' on 'ReadableStreamBYOBRequest': parameter 1 is not of type 'ArrayBufferView'."
        );
      }
      if (controller === null) throw new TypeError(INVALIDATED);
      if (view.buffer.detached) throw new TypeError(DETACHED);
      controller.respondWith(view);
    }

    static {
      invalidate = (request) => {
        request.#controller = null;
        request.#view = null;
      };
    }
  }
  expose(ReadableStreamBYOBRequest);

  return {
    PullInto,
    classOf,
    ReadableStreamBYOBRequest,
    requestOf: (controller, view) => new ReadableStreamBYOBRequest(SECRET, controller, view),
    /** From now on the request is good for nothing. */
    invalidate,
  };
})
