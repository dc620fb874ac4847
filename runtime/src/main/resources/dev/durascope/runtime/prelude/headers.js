// Headers. A section that comes from Java is one string, `name\nvalue\nname\nvalue…`, and is taken
// apart when user code first looks at it. Names keep the case in which they were first set; they
// compare and iterate in lower case.
(function (host, load) {
  'use strict';
  const { expose, is, iterateBy, refuseClones, wrongArgument, wrongConstructorArgument } = load('webidl');

  const SECRET = Symbol('Headers');
  const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
  const FINE_VALUE = /^[!-~](?:[ -~]*[!-~])?$/; // needs neither trimming nor a check
  let textOf, copyOf;

  // Names and short values repeat all the time, and to look one up is far cheaper than to match it
  // again: the valid names with their lower case, and values that need no change.
  const MAX_REMEMBERED = 512;
  const MAX_REMEMBERED_LENGTH = 64;
  const keys = new Map();
  const fineValues = new Set();

  /** The lower case of a name, which is its key. */
  function keyOf(name) {
    const text = `${name}`;
    const known = keys.get(text);
    if (known !== undefined) return known;
    if (!TOKEN.test(text)) throw new TypeError('Invalid header name.');
    const key = text.toLowerCase();
    if (keys.size < MAX_REMEMBERED && text.length <= MAX_REMEMBERED_LENGTH) keys.set(text, key);
    return key;
  }

  function checkedValue(value) {
    const given = `${value}`;
    if (fineValues.has(given)) return given;
    if (FINE_VALUE.test(given)) {
      if (fineValues.size < MAX_REMEMBERED && given.length <= MAX_REMEMBERED_LENGTH) fineValues.add(given);
      return given;
    }
    const text = given.toWellFormed().replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
    if (/[\0\r\n]/.test(text)) throw new TypeError('Invalid header value.');
    return text;
  }

  class Headers {
    #text = null;
    #fields = new Map(); // lower-case name → {name, values}
    #immutable = false;

    constructor(init, text, immutable) {
      if (init === SECRET) {
        this.#text = text;
        this.#immutable = immutable;
      } else if (init !== undefined) {
        if (init === null || typeof init !== 'object') {
          throw wrongConstructorArgument('Headers', 1, '(Headers or sequence or record)');
        }
        this.#fill(init);
      }
    }

    #fill(init) {
      if (#fields in init) {
        for (const [key, { name, values }] of init.#parsed()) {
          this.#fields.set(key, { name, values: [...values] });
        }
      } else if (typeof init[Symbol.iterator] === 'function') {
        for (const pair of init) {
          const entry = [...pair];
          if (entry.length !== 2) {
            throw new TypeError(
              'To initialize a Headers object from a sequence, each inner sequence must have exactly two elements.'
            );
          }
          this.append(entry[0], entry[1]);
        }
      } else {
        for (const name of Reflect.ownKeys(init)) {
          if (Object.getOwnPropertyDescriptor(init, name)?.enumerable) this.append(name, init[name]);
        }
      }
    }

    #parsed() {
      if (this.#text !== null) {
        const parts = this.#text === '' ? [] : this.#text.split('\n');
        this.#text = null;
        for (let i = 0; i < parts.length; i += 2) this.#add(keys.get(parts[i]) ?? parts[i].toLowerCase(), parts[i], parts[i + 1]);
      }
      return this.#fields;
    }

    #add(key, name, value) {
      const field = this.#fields.get(key);
      if (field) field.values.push(value);
      else this.#fields.set(key, { name, values: [value] });
    }

    #checkGuard() {
      if (this.#immutable) throw new TypeError("Can't modify immutable headers.");
    }

    append(name, value) {
      if (arguments.length < 2) throw wrongArgument('append', 'Headers', arguments.length + 1, 'string');
      this.#checkGuard();
      const checked = checkedValue(value);
      this.#parsed();
      this.#add(keyOf(name), `${name}`, checked);
    }

    set(name, value) {
      if (arguments.length < 2) throw wrongArgument('set', 'Headers', arguments.length + 1, 'string');
      this.#checkGuard();
      const checked = checkedValue(value);
      const key = keyOf(name);
      const field = this.#parsed().get(key);
      if (field) field.values = [checked];
      else this.#fields.set(key, { name: `${name}`, values: [checked] });
    }

    delete(name) {
      this.#checkGuard();
      this.#parsed().delete(keyOf(name));
    }

    get(name) {
      const field = this.#parsed().get(keyOf(name));
      return field ? field.values.join(', ') : null;
    }

    has(name) {
      return this.#parsed().has(keyOf(name));
    }

    getSetCookie() {
      return [...(this.#parsed().get('set-cookie')?.values ?? [])];
    }

    getAll(name) {
      if (`${name}`.toLowerCase() !== 'set-cookie') {
        throw new TypeError('getAll() can only be used with the header name "Set-Cookie".');
      }
      return this.getSetCookie();
    }

    forEach(callback, thisArg) {
      if (typeof callback !== 'function') throw wrongArgument('forEach', 'Headers', 1, 'Function');
      for (const [name, value] of this.#sorted()) callback.call(thisArg, value, name, this);
    }

    entries() {
      return this.#sorted().values();
    }
    keys() {
      return this.#sorted().map(([name]) => name).values();
    }
    values() {
      return this.#sorted().map(([, value]) => value).values();
    }

    /** What iteration shows: sorted by name, each cookie an entry of its own. */
    #sorted() {
      const fields = this.#parsed();
      return [...fields.keys()].sort().flatMap((key) => {
        const { values } = fields.get(key);
        return key === 'set-cookie' ? values.map((v) => [key, v]) : [[key, values.join(', ')]];
      });
    }

    static {
      is.Headers = (value) => typeof value === 'object' && value !== null && #fields in value;

      textOf = (headers) => {
        if (headers.#text !== null) return headers.#text;
        let text = '';
        for (const { name, values } of headers.#fields.values()) {
          for (const value of values) text += `${text === '' ? '' : '\n'}${name}\n${value}`;
        }
        return text;
      };

      copyOf = (headers, immutable) => new Headers(SECRET, textOf(headers), immutable);
    }
  }
  iterateBy(Headers, 'entries');
  expose(Headers);
  refuseClones(Headers, 'Headers cannot be cloned or stored in this version of Durascope.');

  return {
    Headers,
    /** Headers of a section in Java's form. */
    fromText: (text, immutable) => new Headers(SECRET, text, immutable),
    /** The section in Java's form. */
    textOf,
    copyOf,
  };
})
