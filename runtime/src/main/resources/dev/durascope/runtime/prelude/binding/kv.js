// A KV namespace. https://developers.cloudflare.com/kv/api/
// What is stored, its limits and most of its errors are Java's.
(function (host, load) {
  'use strict';
  const { expose, errorFromHost, refuseClones } = load('webidl');
  const { ask, bytes } = load('binding/calls');

  const MAX_KEY_BYTES = 512;
  const UNKNOWN_TYPE =
    'Unknown response type. Possible types are "text", "arrayBuffer", "json", and "stream".';
  const VALUE_TYPES =
    'KV put() accepts only strings, ArrayBuffers, ArrayBufferViews, and ReadableStreams as values.';

  // In which form Java gives a value of each type.
  const FORMS = { text: 'TEXT', json: 'TEXT', arrayBuffer: 'BYTES', stream: 'STREAM' };

  function required(method, count, index, type) {
    if (count < index) {
      throw new TypeError(`Failed to execute '${method}' on 'KvNamespace': parameter ${index} is not of type '${type}'.`);
    }
  }

  function checkKey(method, key) {
    if (key === '') throw new TypeError('Key name cannot be empty.');
    if (key === '.' || key === '..') throw new TypeError(`"${key}" is not allowed as a key name.`);
    if (key.length * 3 > MAX_KEY_BYTES) {
      const { length } = new TextEncoder().encode(key);
      if (length > MAX_KEY_BYTES) {
        throw new Error(`KV ${method} failed: 414 UTF-8 encoded length of ${length} exceeds key length limit of ${MAX_KEY_BYTES}.`);
      }
    }
    return key;
  }

  /** As the platform makes an int of an option; null where it is not given. */
  function int(value) {
    if (value === undefined) return null;
    const number = Math.trunc(Number(value)) || 0;
    if (number !== (number | 0)) {
      throw new TypeError('Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    }
    return String(number);
  }

  function text(value) {
    return value === undefined || value === null ? null : `${value}`;
  }

  function readOptions(options) {
    if (options === undefined || options === null) return { type: null, cacheTtl: null };
    if (typeof options !== 'object') return { type: `${options}`, cacheTtl: null };
    return { type: options.type === undefined ? null : `${options.type}`, cacheTtl: int(options.cacheTtl) };
  }

  function convert(type, value) {
    switch (type) {
      case 'json':
        return JSON.parse(value);
      case 'arrayBuffer':
        return bytes(value);
      case 'stream': {
        const { Body, fromHandle } = load('body');
        return new Body(fromHandle(value)).body;
      }
      default:
        return value;
    }
  }

  /** The Java body of a value to put. */
  function bodyOf(value) {
    if (typeof value !== 'object' || value === null) return host.bodies.fromText(`${value}`.toWellFormed());
    if (value instanceof ArrayBuffer) return host.bodies.fromBytes(value, 0, value.byteLength);
    if (ArrayBuffer.isView(value)) return host.bodies.fromBytes(value.buffer, value.byteOffset, value.byteLength);
    if (load('webidl').is.ReadableStream?.(value)) {
      const { extract, toHandle } = load('body');
      return toHandle(extract(value).content);
    }
    throw new TypeError(VALUE_TYPES);
  }

  class KvNamespace {
    #java;

    constructor(java) {
      this.#java = java;
    }

    async #single(name, options) {
      const key = checkKey('GET', `${name}`);
      const { type, cacheTtl } = readOptions(options);
      const [value, metadata] = await ask(this.#java.get, key, FORMS[type ?? 'text'] ?? 'TEXT', cacheTtl);
      if (value === null) return { value: null, metadata: null, cacheStatus: null };
      if (type !== null && !(type in FORMS)) throw new TypeError(UNKNOWN_TYPE);
      return {
        value: convert(type, value),
        metadata: metadata === null ? null : JSON.parse(metadata),
        cacheStatus: null,
      };
    }

    async #bulk(names, options, withMetadata) {
      const keys = Array.from(names, (name) => `${name}`);
      const { type } = readOptions(options);
      const flat = await new Promise((resolve, reject) => {
        const failed = (name, message) => reject(errorFromHost(name, message));
        this.#java.getBulk(type || null, (...results) => resolve(results), failed, ...keys);
      });
      const result = new Map();
      for (let i = 0; i < flat.length; i += 3) {
        let value = flat[i + 1];
        if (type === 'json' && value !== null) {
          try {
            value = JSON.parse(value);
          } catch {
            throw new Error('KV GET_BULK failed: 400 At least one of the requested keys corresponds to a non-json value');
          }
        }
        const metadata = flat[i + 2] === null ? null : JSON.parse(flat[i + 2]);
        result.set(flat[i], withMetadata && value !== null ? { value, metadata } : value);
      }
      return result;
    }

    async put(name, value, options) {
      required('put', arguments.length, 1, 'string');
      required('put', arguments.length, 2, 'string or Object');
      const key = checkKey('PUT', `${name}`);
      const { expiration, expirationTtl, metadata } = options ?? {};
      const json = metadata === undefined || metadata === null ? null : JSON.stringify(metadata);
      await ask(this.#java.put, key, bodyOf(value), int(expiration), int(expirationTtl), json ?? null);
    }

    async delete(name) {
      required('delete', arguments.length, 1, 'string');
      await ask(this.#java.delete, checkKey('DELETE', `${name}`));
    }

    // Of the two that read, a missing argument throws at once; all else rejects.

    get(name, options) {
      required('get', arguments.length, 1, 'string or Array');
      if (Array.isArray(name)) return this.#bulk(name, options, false);
      return this.#single(name, options).then((found) => found.value);
    }

    async list(options) {
      const { prefix, limit, cursor } = options ?? {};
      const page = int(limit);
      return JSON.parse(await ask(this.#java.list, text(prefix), page > 0 ? page : null, text(cursor)));
    }

    getWithMetadata(name, options) {
      required('getWithMetadata', arguments.length, 1, 'string or Array');
      if (Array.isArray(name)) return this.#bulk(name, options, true);
      return this.#single(name, options);
    }
  }
  expose(KvNamespace);
  refuseClones(KvNamespace, 'A KV namespace binding cannot be serialized.');

  return { bind: (name, options, java) => new KvNamespace(java) };
})
