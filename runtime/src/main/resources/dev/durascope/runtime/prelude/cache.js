// caches: the Cache API as far as Workers have it. What may be kept, for how long, and what a
// conditional request is answered, is Java's to say.
(function (host, load) {
  'use strict';
  const { expose, is, wrongArgument } = load('webidl');
  const bodies = load('body');
  const { Request } = load('request');
  const { textOf } = load('headers');

  const SECRET = Symbol('Cache');
  const MAX_NAME_BYTES = 1024;

  function requestOf(input, method) {
    load('iocontext').countCall();
    if (input === undefined) throw wrongArgument(method, 'Cache', 1, 'Request or string');
    const request = is.Request(input) ? input : new Request(input);
    if (!/^https?:/.test(request.url)) {
      throw new TypeError(`Fetch API cannot load: ${request.url}`);
    }
    return request;
  }

  function ignoresMethod(options, method) {
    if (options !== undefined && options !== null && typeof options !== 'object') {
      throw wrongArgument(method, 'Cache', 2, 'CacheQueryOptions');
    }
    return Boolean(options?.ignoreMethod);
  }

  function addressOf(request) {
    return request.url.replace(/#.*/, '');
  }

  function foundResponse(status, statusText, headersText, body) {
    return load('response').fromMessage(status, statusText, headersText, body, '', null);
  }

  class Cache {
    #name;

    constructor(secret, name) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#name = name;
    }

    async put(input, response) {
      const request = requestOf(input, 'put');
      if (!is.Response(response)) throw wrongArgument('put', 'Cache', 2, 'Response');
      if (response.type === 'error') throw new TypeError('Cache is unable to store an error response');
      if (request.method !== 'GET') throw new TypeError('Cannot cache response to non-GET request.');
      if (response.status === 206) {
        throw new TypeError('Cannot cache response to a range request (206 Partial Content).');
      }
      if (response.headers.get('vary')?.includes('*')) {
        throw new TypeError("Cannot cache response with 'Vary: *' header.");
      }
      if (response.webSocket !== null) {
        throw new TypeError('Cannot cache WebSocket upgrade response.');
      }
      const { status } = response;
      const length = bodies.lengthOf(bodies.contentOf(response));
      let headers = textOf(response.headers);
      if (length >= 0 && !response.headers.has('content-length')) {
        headers += `${headers === '' ? '' : '\n'}Content-Length\n${length}`;
      }
      const { buffer, byteOffset, byteLength } = await response.bytes();
      if (status === 304) return;
      host.cache.put(
        this.#name,
        addressOf(request),
        textOf(request.headers),
        status,
        load('response').wireStatusText(response),
        headers,
        buffer,
        byteOffset,
        byteLength
      );
    }

    async match(input, options) {
      const ignoreMethod = ignoresMethod(options, 'match');
      const request = requestOf(input, 'match');
      if (request.method !== 'GET' && !ignoreMethod) return undefined;
      const headers = textOf(request.headers);
      return host.cache.match(this.#name, addressOf(request), headers, foundResponse) || undefined;
    }

    async delete(input, options) {
      const ignoreMethod = ignoresMethod(options, 'delete');
      const request = requestOf(input, 'delete');
      if (request.method !== 'GET' && !ignoreMethod) return false;
      return host.cache.delete(this.#name, addressOf(request));
    }
  }

  class CacheStorage {
    #default = new Cache(SECRET, null);

    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      // An own property, as in workerd.
      Object.defineProperty(this, 'default', {
        value: this.#default,
        enumerable: true,
        configurable: true,
      });
    }

    async open(name) {
      if (arguments.length === 0) throw wrongArgument('open', 'CacheStorage', 1, 'string');
      const text = `${name}`;
      if (new TextEncoder().encode(text).length >= MAX_NAME_BYTES) {
        throw new TypeError('Cache name is too long.');
      }
      return new Cache(SECRET, text);
    }
  }

  /** Methods of the standard that Workers have by name only. */
  function addUnimplemented(Class, names) {
    for (const name of names) {
      Class.prototype[name] = {
        [name]() {
          throw new Error(`Failed to execute '${name}' on '${Class.name}': the method is not implemented.`);
        },
      }[name];
    }
  }
  addUnimplemented(Cache, ['add', 'addAll', 'matchAll', 'keys']);
  addUnimplemented(CacheStorage, ['match', 'has', 'delete', 'keys']);
  expose(Cache);
  expose(CacheStorage);

  return { Cache, CacheStorage, caches: new CacheStorage(SECRET) };
})
