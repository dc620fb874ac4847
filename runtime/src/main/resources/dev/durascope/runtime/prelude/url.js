// URL. Parsing and the parts are Java's; a URL here is a handle of a Java record.
(function (host, load) {
  'use strict';
  const { expose, is, usv, wrongConstructorArgument } = load('webidl');
  const java = host.url;

  let recordOf;

  function parse(url, base) {
    const text = usv(url);
    return base === undefined ? java.parse(text) : java.parseWithBase(text, usv(base));
  }

  class URL {
    #record;
    #params = null;

    constructor(url, base) {
      if (arguments.length === 0) throw wrongConstructorArgument('URL', 1, 'string');
      const record = url === recordOf ? base : parse(url, base);
      if (record === null) throw new TypeError('Invalid URL string.');
      this.#record = record;
    }

    static canParse(url, base) {
      return parse(url, base) !== null;
    }

    static parse(url, base) {
      const record = parse(url, base);
      return record === null ? null : new URL(recordOf, record);
    }

    static createObjectURL() {
      throw new Error('URL.createObjectURL() is not implemented');
    }
    static revokeObjectURL() {
      throw new Error('URL.revokeObjectURL() is not implemented');
    }

    get href() {
      return java.href(this.#record);
    }
    set href(value) {
      if (!java.setHref(this.#record, usv(value))) throw new TypeError('Invalid URL string.');
      this.#refresh();
    }
    get origin() {
      return java.origin(this.#record);
    }
    get search() {
      return java.search(this.#record);
    }
    set search(value) {
      java.setSearch(this.#record, usv(value));
      this.#refresh();
    }
    get searchParams() {
      this.#params ??= load('urlsearchparams').linked(java.query(this.#record), (query) =>
        java.setQuery(this.#record, query)
      );
      return this.#params;
    }

    toString() {
      return java.href(this.#record);
    }
    toJSON() {
      return java.href(this.#record);
    }

    #refresh() {
      if (this.#params !== null) load('urlsearchparams').refresh(this.#params, java.query(this.#record));
    }

    static {
      is.URL = (value) => typeof value === 'object' && value !== null && #record in value;
      recordOf = (url) => url.#record;
    }
  }

  for (const part of ['protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'hash']) {
    const get = java[part];
    const set = java[`set${part[0].toUpperCase()}${part.slice(1)}`];
    Object.defineProperty(URL.prototype, part, {
      configurable: true,
      get() {
        return get(recordOf(this));
      },
      set(value) {
        set(recordOf(this), usv(value));
      },
    });
  }
  expose(URL);

  return {
    URL,
    /** The normalized form of an absolute URL; a TypeError if it is none. */
    href(input) {
      const text = usv(input);
      const record = java.parse(text);
      if (record === null) throw new TypeError(`Invalid URL: ${text}`);
      return java.href(record);
    },
    /** The same, but null if it is none. */
    hrefOrNull(input) {
      const record = java.parse(usv(input));
      return record === null ? null : java.href(record);
    },
  };
})
