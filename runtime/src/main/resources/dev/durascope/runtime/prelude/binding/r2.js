// An R2 bucket. https://developers.cloudflare.com/r2/api/workers/workers-api-reference/
// What is stored, conditions and errors with codes are Java's; here is what an object looks like, and
// what is checked before anything is asked.
(function (host, load) {
  'use strict';
  const { expose, is, wrongArgument } = load('webidl');
  const { ask } = load('binding/calls');
  const { Body, fromHandle, extract, toHandle, lengthOf } = load('body');
  const { Headers } = load('headers');

  const HASHES = { md5: ['MD5', 16], sha1: ['SHA-1', 20], sha256: ['SHA-256', 32], sha384: ['SHA-384', 48], sha512: ['SHA-512', 64] };

  // Fields of httpMetadata and their headers.
  const HTTP_FIELDS = {
    contentType: 'content-type',
    contentLanguage: 'content-language',
    contentDisposition: 'content-disposition',
    contentEncoding: 'content-encoding',
    cacheControl: 'cache-control',
    cacheExpiry: 'expires',
  };

  const UNKNOWN_LENGTH =
    'Provided readable stream must have a known length (request/response body or readable half of FixedLengthStream)';

  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)).buffer;

  class Checksums {
    #texts;

    constructor(texts) {
      this.#texts = texts;
      for (const name of Object.keys(HASHES)) {
        if (texts[name] !== undefined) Object.defineProperty(this, name, { value: fromHex(texts[name]), enumerable: true });
      }
    }

    toJSON() {
      return Object.fromEntries(Object.keys(HASHES).map((name) => [name, this.#texts[name]]));
    }
  }
  expose(Checksums);

  class HeadResult {
    constructor(fields) {
      this.key = fields.key;
      this.version = fields.version;
      this.size = fields.size;
      this.etag = fields.etag;
      this.httpEtag = `"${fields.etag}"`;
      this.checksums = new Checksums(fields.checksums);
      this.uploaded = new Date(fields.uploaded);
      this.httpMetadata = {};
      for (const field of Object.keys(HTTP_FIELDS)) this.httpMetadata[field] = fields.httpMetadata[field];
      const { cacheExpiry } = fields.httpMetadata;
      if (cacheExpiry !== undefined) this.httpMetadata.cacheExpiry = new Date(cacheExpiry);
      this.customMetadata = fields.customMetadata;
      this.range = fields.range === undefined ? undefined : { ...fields.range, suffix: undefined };
      this.storageClass = 'Standard';
      this.ssecKeyMd5 = undefined;
    }

    writeHttpMetadata(headers) {
      if (!(headers instanceof Headers)) throw wrongArgument('writeHttpMetadata', 'HeadResult', 1, 'Headers');
      for (const [field, header] of Object.entries(HTTP_FIELDS)) {
        const value = this.httpMetadata[field];
        if (value !== undefined) headers.set(header, value instanceof Date ? value.toUTCString() : value);
      }
    }
  }
  expose(HeadResult);

  class GetResult extends HeadResult {
    #body;

    constructor(fields, handle) {
      super(fields);
      this.#body = new Body(fromHandle(handle));
    }

    get body() {
      return this.#body.body;
    }
    get bodyUsed() {
      return this.#body.bodyUsed;
    }
    arrayBuffer() {
      return this.#body.arrayBuffer();
    }
    bytes() {
      return this.#body.bytes();
    }
    text() {
      return this.#body.text();
    }
    json() {
      return this.#body.json();
    }
    async blob() {
      const type = this.httpMetadata.contentType ?? '';
      return new (load('blob').Blob)([await this.#body.arrayBuffer()], { type });
    }
  }
  expose(GetResult);

  function checkUnquoted(etag) {
    if (/^".*"$/s.test(etag)) {
      throw new TypeError(`Conditional ETag should not be wrapped in quotes (${etag}).`);
    }
    return etag === '*' ? { type: 'wildcard' } : { type: 'strong', value: etag };
  }

  /** The etags of a header, such as `"a", W/"b"` or `*`. */
  function parseEtags(header, name) {
    const etags = [];
    let rest = header.trim();
    while (rest !== '') {
      if (rest.startsWith(',')) {
        rest = rest.slice(1).trim();
        continue;
      }
      if (rest.startsWith('*')) return [{ type: 'wildcard' }];
      if (rest.startsWith('W') && !rest.startsWith('W/"')) {
        throw new Error('Weak etags must start with W/ and their value must be quoted');
      }
      const match = /^(W\/)?"([^"]*)("?)\s*/.exec(rest);
      if (match === null) break;
      if (match[3] === '') throw new Error('Unclosed double quote for Etag');
      etags.push({ type: match[1] ? 'weak' : 'strong', value: match[2] });
      rest = rest.slice(match[0].length);
    }
    if (etags.length === 0) throw new Error(`Invalid ETag in ${name} header`);
    return etags;
  }

  const time = (date) => new Date(date).getTime();

  function conditions(onlyIf) {
    if (onlyIf === undefined) return undefined;
    const result = {};
    if (onlyIf instanceof Headers) {
      const get = (name) => onlyIf.get(name) ?? undefined;
      const [match, noneMatch] = [get('if-match'), get('if-none-match')];
      if (match !== undefined) result.etagMatches = parseEtags(match, 'if-match');
      if (noneMatch !== undefined) result.etagDoesNotMatch = parseEtags(noneMatch, 'if-none-match');
      const [since, until] = [get('if-modified-since'), get('if-unmodified-since')];
      if (since !== undefined) result.uploadedAfter = time(since);
      if (until !== undefined) result.uploadedBefore = time(until);
      if (since !== undefined || until !== undefined) result.secondsGranularity = true;
      return result;
    }
    const { etagMatches, etagDoesNotMatch, uploadedBefore, uploadedAfter, secondsGranularity } = onlyIf;
    if (etagMatches !== undefined) result.etagMatches = [checkUnquoted(`${etagMatches}`)];
    if (etagDoesNotMatch !== undefined) result.etagDoesNotMatch = [checkUnquoted(`${etagDoesNotMatch}`)];
    if (uploadedBefore !== undefined) result.uploadedBefore = time(uploadedBefore);
    if (uploadedAfter !== undefined) result.uploadedAfter = time(uploadedAfter);
    if (secondsGranularity) result.secondsGranularity = true;
    return result;
  }

  function checkNumber(what, name, value) {
    if (value < 0) throw new RangeError(`Invalid ${what}. ${name} (${value}) must be greater than or equal to 0.`);
    if (!Number.isInteger(value)) {
      throw new RangeError(`Invalid range. ${name} (${value}) must be an integer, not floating point.`);
    }
    return value;
  }

  function rangeOptions(range) {
    if (range === undefined) return {};
    if (range instanceof Headers) {
      const rangeHeader = range.get('range');
      return rangeHeader === null ? {} : { rangeHeader };
    }
    const result = {};
    const number = (value) => (value === undefined ? undefined : Number(value));
    const [offset, length, suffix] = [number(range.offset), number(range.length), number(range.suffix)];
    if (offset !== undefined) result.offset = checkNumber('range', 'Starting offset', offset);
    if (length !== undefined) result.length = checkNumber('range', 'Length', length);
    if (suffix !== undefined) {
      if (offset !== undefined) throw new TypeError('Suffix is incompatible with offset.');
      if (length !== undefined) throw new TypeError('Suffix is incompatible with length.');
      result.suffix = checkNumber('suffix', 'Suffix', suffix);
    }
    return { range: result };
  }

  function metadataOptions({ httpMetadata, customMetadata } = {}) {
    const result = {};
    if (httpMetadata !== undefined) {
      const fields = {};
      for (const [field, header] of Object.entries(HTTP_FIELDS)) {
        const value = httpMetadata instanceof Headers ? (httpMetadata.get(header) ?? undefined) : httpMetadata[field];
        if (value !== undefined) fields[field] = field === 'cacheExpiry' ? time(value) : `${value}`;
      }
      result.httpMetadata = fields;
    }
    if (customMetadata !== undefined) {
      result.customMetadata = Object.fromEntries(Object.entries(customMetadata).map(([key, value]) => [key, `${value}`]));
    }
    return result;
  }

  function refuseKey({ ssecKey } = {}) {
    if (ssecKey !== undefined) {
      throw new Error('ssecKey is not available in this version of Durascope: objects are not encrypted on disk');
    }
  }

  function hashOptions(options = {}) {
    const result = {};
    for (const [field, [name, size]] of Object.entries(HASHES)) {
      const value = options[field];
      if (value === undefined) continue;
      if (Object.keys(result).length > 0) throw new TypeError('You cannot specify multiple hashing algorithms.');
      if (typeof value === 'string') {
        if (value.length !== size * 2) throw new TypeError(`${name} is ${size * 2} hex characters, not ${value.length}`);
        if (!/^[0-9a-fA-F]*$/.test(value)) throw new TypeError(`Provided ${name} wasn't a valid hex string`);
        result[field] = value.toLowerCase();
      } else {
        const bytes = ArrayBuffer.isView(value)
          ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
          : new Uint8Array(value);
        if (bytes.length !== size) throw new TypeError(`${name} is ${size} bytes, not ${bytes.length}`);
        result[field] = hex(bytes);
      }
    }
    return result;
  }

  const VALUE_TYPES = 'ReadableStream or ArrayBuffer or ArrayBufferView or string or Blob';

  /** The Java body of a value to put. */
  function bodyOf(value, method, Class, index) {
    if (value === undefined || value === null) return host.bodies.fromText('');
    const fits =
      typeof value === 'string' ||
      value instanceof ArrayBuffer ||
      ArrayBuffer.isView(value) ||
      is.Blob?.(value) ||
      is.ReadableStream?.(value);
    if (!fits) throw wrongArgument(method, Class, index, VALUE_TYPES);
    const { content } = extract(value);
    if (is.ReadableStream?.(value) && lengthOf(content) < 0) throw new TypeError(UNKNOWN_LENGTH);
    return toHandle(content);
  }

  const objectOf = (json) => (json === null ? null : new HeadResult(JSON.parse(json)));

  class R2MultipartUpload {
    #java;

    constructor(java, key, uploadId) {
      this.#java = java;
      this.key = key;
      this.uploadId = uploadId;
    }

    #options(more) {
      return JSON.stringify({ object: this.key, uploadId: this.uploadId, ...more });
    }

    async uploadPart(partNumber, value, options) {
      const number = checkPart(Number(partNumber));
      refuseKey(options);
      const body = bodyOf(value, 'uploadPart', 'R2MultipartUpload', 2);
      const etag = await ask(this.#java.uploadPart, this.#options({ partNumber: number }), body);
      return { partNumber: number, etag };
    }

    async abort() {
      await ask(this.#java.abortMultipartUpload, this.#options());
    }

    async complete(uploadedParts) {
      const parts = Array.from(uploadedParts, ({ partNumber, etag }) => ({
        part: checkPart(Number(partNumber)),
        etag: `${etag}`,
      }));
      return objectOf(await ask(this.#java.completeMultipartUpload, this.#options({ parts })));
    }
  }
  expose(R2MultipartUpload);

  function checkPart(number) {
    if (!(number >= 1 && number <= 10000)) {
      throw new TypeError(`Part number must be between 1 and 10000 (inclusive). Actual value was: ${number}`);
    }
    return number;
  }

  class R2Bucket {
    #java;

    constructor(java) {
      this.#java = java;
    }

    async head(key) {
      return objectOf(await ask(this.#java.head, JSON.stringify({ object: `${key}` })));
    }

    async get(key, options) {
      refuseKey(options);
      const wanted = { object: `${key}`, onlyIf: conditions(options?.onlyIf), ...rangeOptions(options?.range) };
      const [json, body] = await ask(this.#java.get, JSON.stringify(wanted));
      if (json === null || body === null) return objectOf(json);
      return new GetResult(JSON.parse(json), body);
    }

    async put(key, value, options) {
      refuseKey(options);
      const wanted = {
        object: `${key}`,
        onlyIf: conditions(options?.onlyIf),
        ...metadataOptions(options),
        ...hashOptions(options),
      };
      return objectOf(await ask(this.#java.put, JSON.stringify(wanted), bodyOf(value, 'put', 'R2Bucket', 2)));
    }

    async createMultipartUpload(key, options) {
      refuseKey(options);
      const object = `${key}`;
      const wanted = JSON.stringify({ object, ...metadataOptions(options) });
      return new R2MultipartUpload(this.#java, object, await ask(this.#java.createMultipartUpload, wanted));
    }

    resumeMultipartUpload(key, uploadId) {
      return new R2MultipartUpload(this.#java, `${key}`, `${uploadId}`);
    }

    async delete(keys) {
      const objects = Array.isArray(keys) ? keys.map((key) => `${key}`) : [`${keys}`];
      await ask(this.#java.delete, JSON.stringify({ objects }));
    }

    async list(options) {
      const wanted = {};
      for (const name of ['prefix', 'cursor', 'delimiter', 'startAfter']) {
        if (options?.[name] !== undefined) wanted[name] = `${options[name]}`;
      }
      if (options?.limit !== undefined) wanted.limit = Math.trunc(Number(options.limit)) || 0;
      if (options?.include !== undefined) {
        wanted.include = Array.from(options.include, (field) => {
          if (field !== 'httpMetadata' && field !== 'customMetadata') {
            throw new RangeError(`Unsupported include value ${field}`);
          }
          return field;
        });
      }
      const page = JSON.parse(await ask(this.#java.list, JSON.stringify(wanted)));
      return { ...page, objects: page.objects.map((fields) => new HeadResult(fields)) };
    }
  }
  expose(R2Bucket);

  return { bind: (name, options, java) => new R2Bucket(java) };
})
