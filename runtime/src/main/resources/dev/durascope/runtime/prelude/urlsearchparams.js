// URLSearchParams: a list of pairs, which a URL may be linked to.
(function (host, load) {
  'use strict';
  const { expose, is, iterateBy, usv, wrongArgument } = load('webidl');

  let link, assign;

  // The value that `delete()` and `has()` look for beside the name, if any.
  const comparesValues = host.flags.isOn('urlsearchparams_delete_has_value_arg');
  const wanted = (value) => (comparesValues && value !== undefined ? usv(value) : null);

  /** application/x-www-form-urlencoded, in and out. */
  function parse(text) {
    if (text === '') return [];
    return text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
      });
  }

  function decode(text) {
    const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
    if (!spaced.includes('%')) return spaced;
    try {
      return decodeURIComponent(spaced);
    } catch {
      return decodeLoosely(spaced);
    }
  }

  /** Decodes what is no valid UTF-8, or has a lone percent sign. */
  function decodeLoosely(text) {
    const input = new TextEncoder().encode(text);
    const output = [];
    for (let i = 0; i < input.length; i++) {
      const hex = input[i] === 0x25 ? String.fromCharCode(...input.subarray(i + 1, i + 3)) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        output.push(parseInt(hex, 16));
        i += 2;
      } else {
        output.push(input[i]);
      }
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(output));
  }

  function encode(text) {
    return encodeURIComponent(text)
      .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+');
  }

  function serialize(pairs) {
    return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  }

  class URLSearchParams {
    #pairs = [];
    #onChange = null;

    constructor(init = '') {
      if (init !== null && (typeof init === 'object' || typeof init === 'function')) {
        this.#pairs = fromObject(init);
      } else {
        const text = usv(init);
        this.#pairs = parse(text.startsWith('?') ? text.slice(1) : text);
      }
    }

    get size() {
      return this.#pairs.length;
    }

    append(name, value) {
      if (arguments.length < 2) throw wrongArgument('append', 'URLSearchParams', arguments.length + 1, 'string');
      this.#pairs.push([usv(name), usv(value)]);
      this.#changed();
    }

    delete(name, value) {
      const key = usv(name);
      const only = wanted(value);
      this.#pairs = this.#pairs.filter(([n, v]) => n !== key || (only !== null && v !== only));
      this.#changed();
    }

    get(name) {
      const key = usv(name);
      return this.#pairs.find(([n]) => n === key)?.[1] ?? null;
    }

    getAll(name) {
      const key = usv(name);
      return this.#pairs.filter(([n]) => n === key).map(([, value]) => value);
    }

    has(name, value) {
      const key = usv(name);
      const only = wanted(value);
      return this.#pairs.some(([n, v]) => n === key && (only === null || v === only));
    }

    set(name, value) {
      if (arguments.length < 2) throw wrongArgument('set', 'URLSearchParams', arguments.length + 1, 'string');
      const key = usv(name);
      const at = this.#pairs.findIndex(([n]) => n === key);
      if (at < 0) {
        this.#pairs.push([key, usv(value)]);
      } else {
        this.#pairs[at][1] = usv(value);
        this.#pairs = this.#pairs.filter(([n], i) => n !== key || i === at);
      }
      this.#changed();
    }

    sort() {
      this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      this.#changed();
    }

    forEach(callback, thisArg) {
      if (typeof callback !== 'function') throw wrongArgument('forEach', 'URLSearchParams', 1, 'Function');
      for (let i = 0; i < this.#pairs.length; i++) {
        const [name, value] = this.#pairs[i];
        callback.call(thisArg, value, name, this);
      }
    }

    // Live iteration, as the platform has it: a pair that is added on the way is seen.
    *entries() {
      for (let i = 0; i < this.#pairs.length; i++) yield [...this.#pairs[i]];
    }
    *keys() {
      for (let i = 0; i < this.#pairs.length; i++) yield this.#pairs[i][0];
    }
    *values() {
      for (let i = 0; i < this.#pairs.length; i++) yield this.#pairs[i][1];
    }

    toString() {
      return serialize(this.#pairs);
    }

    #changed() {
      this.#onChange?.(serialize(this.#pairs));
    }

    static {
      is.URLSearchParams = (value) => typeof value === 'object' && value !== null && #pairs in value;
      link = (params, onChange) => {
        params.#onChange = onChange;
      };
      assign = (params, query) => {
        params.#pairs = parse(query);
      };
    }
  }
  iterateBy(URLSearchParams, 'entries');
  expose(URLSearchParams);

  function fromObject(init) {
    if (typeof init[Symbol.iterator] === 'function') {
      return Array.from(init, (pair) => {
        const entry = [...pair];
        if (entry.length !== 2) {
          throw new TypeError(
            'To initialize a URLSearchParams object from a sequence, each inner sequence must have exactly two elements.'
          );
        }
        return [usv(entry[0]), usv(entry[1])];
      });
    }
    return Object.keys(init).map((name) => [usv(name), usv(init[name])]);
  }

  return {
    URLSearchParams,
    /** The parameters of a URL: `onChange(query)` hears of each change. */
    linked(query, onChange) {
      const params = new URLSearchParams();
      assign(params, query);
      link(params, onChange);
      return params;
    },
    /** Takes over a query that was set at the URL. */
    refresh: (params, query) => assign(params, query),
  };
})
