// node:buffer. A Buffer is a Uint8Array with another prototype; the function `Buffer` works without
// `new`, since old packages call it so. Encodings and numbers are files of their own.
(function (host, load) {
  'use strict';
  const { coded, invalidArgType, invalidArgValue, outOfRange } = load('node/errors');
  const text = load('node/buffertext');

  const MAX_LENGTH = 2 ** 53 - 1;
  const MAX_STRING_LENGTH = 536870888;
  const INSPECT = Symbol.for('nodejs.util.inspect.custom');

  class FastBuffer extends Uint8Array {}

  function Buffer(value, encodingOrOffset, length) {
    if (typeof value === 'number') {
      if (typeof encodingOrOffset === 'string') throw invalidArgType('string', 'string', value);
      return Buffer.alloc(value);
    }
    return Buffer.from(value, encodingOrOffset, length);
  }
  Object.setPrototypeOf(Buffer, Uint8Array);
  Buffer.prototype = FastBuffer.prototype;
  Object.defineProperty(Buffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });
  Object.defineProperty(Buffer, Symbol.species, { get: () => FastBuffer, configurable: true });

  /** The bytes themselves, seen as a Buffer. */
  function seen(bytes) {
    return new FastBuffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  const isAnyArrayBuffer = (value) =>
    value instanceof ArrayBuffer || (typeof SharedArrayBuffer === 'function' && value instanceof SharedArrayBuffer);

  function bytesOf(value, name, types = ['Buffer', 'Uint8Array']) {
    if (value instanceof Uint8Array) return value;
    throw invalidArgType(name, types, value);
  }

  function fromObject(value, encodingOrOffset, length) {
    if (isAnyArrayBuffer(value)) {
      const offset = encodingOrOffset === undefined ? 0 : Number(encodingOrOffset) || 0;
      if (offset > value.byteLength) {
        throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
      }
      if (length === undefined) return new FastBuffer(value, offset);
      const count = Math.max(0, Number(length) || 0);
      if (count > value.byteLength - offset) {
        throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
      }
      return new FastBuffer(value, offset, count);
    }
    const primitive = value.valueOf?.();
    if (primitive != null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object')) {
      return Buffer.from(primitive, encodingOrOffset, length);
    }
    if (value.length !== undefined || isAnyArrayBuffer(value.buffer)) {
      return typeof value.length === 'number' ? FastBuffer.from(value) : new FastBuffer();
    }
    if (value.type === 'Buffer' && Array.isArray(value.data)) return FastBuffer.from(value.data);
    const convert = value[Symbol.toPrimitive];
    if (typeof convert === 'function') {
      const converted = Reflect.apply(convert, value, ['string']);
      if (typeof converted === 'string') return Buffer.from(converted, encodingOrOffset);
    }
    return undefined;
  }

  function checkSize(size) {
    if (typeof size !== 'number') throw invalidArgType('size', 'number', size);
    if (!(size >= 0 && size <= MAX_LENGTH)) throw outOfRange('size', `>= 0 && <= ${MAX_LENGTH}`, size);
  }

  const statics = {
    from(value, encodingOrOffset, length) {
      if (typeof value === 'string') return seen(text.encode(value, encodingOrOffset));
      if (typeof value === 'object' && value !== null) {
        const buffer = fromObject(value, encodingOrOffset, length);
        if (buffer !== undefined) return buffer;
      }
      throw invalidArgType(
        'first argument',
        ['string', 'Buffer', 'TypedArray', 'ArrayBuffer', 'SharedArrayBuffer', 'Array', 'an Array-like Object'],
        value
      );
    },
    alloc(size, fill, encoding) {
      checkSize(size);
      const buffer = new FastBuffer(size);
      return fill === undefined || fill === 0 || size === 0 ? buffer : buffer.fill(fill, encoding);
    },
    allocUnsafe(size) {
      checkSize(size);
      return new FastBuffer(size);
    },
    allocUnsafeSlow(size) {
      checkSize(size);
      return new FastBuffer(size);
    },
    of: (...items) => FastBuffer.of(...items),
    isBuffer: (value) => value instanceof Buffer,
    isEncoding: (name) => typeof name === 'string' && name.length > 0 && text.known(name) !== undefined,
    byteLength(value, encoding) {
      if (typeof value === 'string') return text.byteLength(value, encoding);
      if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value.byteLength;
      throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], value);
    },
    compare(a, b) {
      return Buffer.prototype.compare.call(bytesOf(a, 'buf1'), bytesOf(b, 'buf2'));
    },
    concat(list, length) {
      if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
      const total = length === undefined ? list.reduce((sum, part) => sum + part.length, 0) : length;
      const result = Buffer.alloc(total);
      let at = 0;
      for (const [i, part] of list.entries()) {
        const bytes = bytesOf(part, `list[${i}]`);
        if (at >= total) break;
        const fitting = bytes.length > total - at ? bytes.subarray(0, total - at) : bytes;
        result.set(fitting, at);
        at += fitting.length;
      }
      return result;
    },
    poolSize: 8192,
  };
  Object.assign(Buffer, statics);


  /** A position within `length`, counted from the end if negative. */
  function within(position, length, otherwise) {
    let index = position === undefined ? otherwise : Math.trunc(Number(position)) || 0;
    if (index < 0) index += length;
    return Math.min(Math.max(index, 0), length);
  }

  function checkBound(value, name, otherwise, low, high) {
    if (value === undefined) return otherwise;
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
    if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
    if (value < low || value > high) throw outOfRange(name, `>= ${low} && <= ${high}`, value);
    return value;
  }

  function swap(buffer, size) {
    if (buffer.length % size !== 0) {
      throw coded(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
    }
    for (let i = 0; i < buffer.length; i += size) buffer.subarray(i, i + size).reverse();
    return buffer;
  }

  const methods = {
    toString(encoding, start, end) {
      if (arguments.length === 0) return text.decode(this);
      const from = Math.max(0, Math.trunc(Number(start)) || 0);
      const to = end === undefined ? this.length : Math.min(this.length, Math.trunc(Number(end)) || 0);
      return to <= from ? '' : text.decode(from === 0 && to === this.length ? this : this.subarray(from, to), encoding);
    },
    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    },
    equals(other) {
      const bytes = bytesOf(other, 'otherBuffer');
      return this === other || (this.length === bytes.length && Buffer.prototype.compare.call(this, bytes) === 0);
    },
    compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
      const other = bytesOf(target, 'target');
      if (arguments.length > 1) {
        const a = this.subarray(
          checkBound(sourceStart, 'sourceStart', 0, 0, MAX_LENGTH),
          checkBound(sourceEnd, 'sourceEnd', this.length, 0, this.length)
        );
        const b = other.subarray(
          checkBound(targetStart, 'targetStart', 0, 0, MAX_LENGTH),
          checkBound(targetEnd, 'targetEnd', other.length, 0, other.length)
        );
        return host.nodeBuffer.compare(a.buffer, a.byteOffset, a.length, b.buffer, b.byteOffset, b.length);
      }
      return host.nodeBuffer.compare(
        this.buffer,
        this.byteOffset,
        this.length,
        other.buffer,
        other.byteOffset,
        other.length
      );
    },
    copy(target, targetStart = 0, sourceStart = 0, sourceEnd = this.length) {
      const to = bytesOf(target, 'target');
      const at = Math.trunc(Number(targetStart)) || 0;
      const from = Math.trunc(Number(sourceStart)) || 0;
      const end = Math.trunc(Number(sourceEnd)) || 0;
      if (at < 0) throw outOfRange('targetStart', '>= 0', at);
      if (from < 0 || from > this.length) throw outOfRange('sourceStart', `>= 0 && <= ${this.length}`, from);
      if (end < 0) throw outOfRange('sourceEnd', '>= 0', end);
      if (at >= to.length || from >= end) return 0;
      const count = Math.min(end - from, to.length - at, this.length - from);
      to.set(this.subarray(from, from + count), at);
      return count;
    },
    slice(start, end) {
      return this.subarray(within(start, this.length, 0), within(end, this.length, this.length));
    },
    subarray(start, end) {
      const from = within(start, this.length, 0);
      const to = Math.max(from, within(end, this.length, this.length));
      return new FastBuffer(this.buffer, this.byteOffset + from, to - from);
    },
    write(string, offset, length, encoding) {
      if (typeof string !== 'string') throw invalidArgType('argument', 'string', string);
      let at = offset;
      let count = length;
      let name = encoding;
      if (typeof offset === 'string') [at, count, name] = [0, undefined, offset];
      else if (typeof length === 'string') [count, name] = [undefined, length];
      at = checkBound(at, 'offset', 0, 0, this.length);
      const room = this.length - at;
      count = Math.min(checkBound(count, 'length', room, 0, this.length), room);
      return text.write(this.subarray(at, at + count), string, name);
    },
    fill(value, offset, end, encoding) {
      let from = offset;
      let to = end;
      let name = encoding;
      if (typeof offset === 'string') [from, to, name] = [undefined, undefined, offset];
      else if (typeof end === 'string') [to, name] = [undefined, end];
      from = checkBound(from, 'offset', 0, 0, this.length);
      to = checkBound(to, 'end', this.length, 0, this.length);
      if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
        Uint8Array.prototype.fill.call(this, typeof value === 'boolean' ? +value : value & 255, from, to);
        return this;
      }
      const bytes = typeof value === 'string' ? text.encode(value, name) : value;
      if (bytes.length === 0) {
        if (typeof value === 'string' && value.length > 0) throw invalidArgValue('value', value);
        if (value instanceof Uint8Array) throw invalidArgValue('value', value);
        Uint8Array.prototype.fill.call(this, 0, from, to);
        return this;
      }
      if (from >= to) return this;
      this.set(bytes.subarray(0, to - from), from);
      for (let done = Math.min(bytes.length, to - from); done < to - from; done *= 2) {
        this.copyWithin(from + done, from, Math.min(from + done, to - done));
      }
      return this;
    },
    indexOf(value, offset, encoding) {
      return search(this, value, offset, encoding, true);
    },
    lastIndexOf(value, offset, encoding) {
      return search(this, value, offset, encoding, false);
    },
    includes(value, offset, encoding) {
      return search(this, value, offset, encoding, true) !== -1;
    },
    swap16() {
      return swap(this, 2);
    },
    swap32() {
      return swap(this, 4);
    },
    swap64() {
      return swap(this, 8);
    },
    [INSPECT](depth, options) {
      const shown = Array.from(this.subarray(0, exports.INSPECT_MAX_BYTES), (b) => b.toString(16).padStart(2, '0'));
      const more = this.length - shown.length;
      if (more > 0) shown.push(`... ${more} more byte${more > 1 ? 's' : ''}`);
      return `<${['Buffer', ...shown].join(' ')}>`;
    },
    ...load('node/buffernumbers'),
  };
  methods.toLocaleString = methods.toString;
  methods.inspect = methods[INSPECT];
  for (const name of ['ascii', 'base64', 'base64url', 'latin1', 'hex', 'ucs2', 'utf8']) {
    methods[`${name}Slice`] = function (start, end) {
      return methods.toString.call(this, name, start, end);
    };
    methods[`${name}Write`] = function (string, offset, length) {
      return methods.write.call(this, string, offset, length, name);
    };
  }
  for (const name of Reflect.ownKeys(methods)) {
    Object.defineProperty(Buffer.prototype, name, {
      value: methods[name],
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  for (const [name, property] of [
    ['parent', 'buffer'],
    ['offset', 'byteOffset'],
  ]) {
    Object.defineProperty(Buffer.prototype, name, {
      enumerable: true,
      get() {
        return this instanceof Buffer ? this[property] : undefined;
      },
    });
  }

  function search(buffer, value, offset, encoding, isForward) {
    let from = offset;
    let name = encoding;
    if (typeof offset === 'string') [from, name] = [undefined, offset];
    from = Number(from === undefined ? (isForward ? 0 : buffer.length) : from);
    if (Number.isNaN(from)) from = isForward ? 0 : buffer.length;
    from = Math.trunc(from);
    if (from < 0) from += buffer.length;
    if (typeof value === 'number') {
      if (isForward) return Uint8Array.prototype.indexOf.call(buffer, value & 255, Math.max(0, from));
      return from < 0 ? -1 : Uint8Array.prototype.lastIndexOf.call(buffer, value & 255, from);
    }
    let needle = value;
    if (typeof value === 'string') needle = text.encode(value, name);
    else if (!(value instanceof Uint8Array)) {
      throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
    }
    if (!isForward && from < 0) return -1;
    from = Math.min(Math.max(from, 0), buffer.length);
    if (needle.length === 0) return isForward ? from : Math.min(from, buffer.length);
    return host.nodeBuffer.indexOf(
      buffer.buffer,
      buffer.byteOffset,
      buffer.length,
      needle.buffer,
      needle.byteOffset,
      needle.length,
      from,
      isForward,
      typeof value === 'string' && text.named(name) === 'utf16le' ? 2 : 1
    );
  }

  function viewOf(input) {
    if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    if (isAnyArrayBuffer(input)) return new Uint8Array(input);
    throw invalidArgType('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  }

  const exports = {
    Buffer,
    SlowBuffer: (size) => Buffer.allocUnsafeSlow(size),
    INSPECT_MAX_BYTES: 50,
    constants: { MAX_LENGTH, MAX_STRING_LENGTH },
    kMaxLength: MAX_LENGTH,
    kStringMaxLength: MAX_STRING_LENGTH,
    isAscii: (input) => viewOf(input).every((byte) => byte < 128),
    isUtf8(input) {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(viewOf(input));
        return true;
      } catch {
        return false;
      }
    },
    transcode(source, fromEncoding, toEncoding) {
      bytesOf(source, 'source');
      const from = text.named(fromEncoding);
      const to = text.named(toEncoding);
      for (const encoding of [from, to]) {
        if (!['utf8', 'ascii', 'latin1', 'utf16le'].includes(encoding)) {
          throw coded(Error, 'U_ILLEGAL_ARGUMENT_ERROR', `Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]`);
        }
      }
      const content = text.decode(source, from);
      if (to === 'utf8' || to === 'utf16le') return Buffer.from(content, to);
      const limit = to === 'ascii' ? 128 : 256;
      return Buffer.from(Array.from(content, (c) => (c.codePointAt(0) < limit ? c : '?')).join(''), 'latin1');
    },
    resolveObjectURL() {
      throw load('node/errors').notImplemented('resolveObjectURL');
    },
    atob: globalThis.atob,
    btoa: globalThis.btoa,
    Blob: globalThis.Blob,
    File: globalThis.File,
  };
  return exports;
})
