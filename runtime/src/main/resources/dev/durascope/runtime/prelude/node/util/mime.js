// util.MIMEType and util.MIMEParams. https://mimesniff.spec.whatwg.org/#understanding-mime-types
(function (host, load) {
  'use strict';
  const { coded } = load('node/errors');

  const TOKEN = /^[!#$%&'*+.^_`|~A-Za-z0-9-]+$/;
  const QUOTABLE = /^[\t\x20-\x7e\x80-\xff]*$/;

  function invalid(production, text, at) {
    const place = at === -1 || at === undefined ? '' : ` at ${at}`;
    return coded(TypeError, 'ERR_INVALID_MIME_SYNTAX', `The MIME syntax for a ${production} in "${text}" is invalid${place}`);
  }

  function requireToken(text, production) {
    if (!TOKEN.test(text)) throw invalid(production, text, [...text].findIndex((c) => !TOKEN.test(c)));
    return text;
  }

  class MIMEParams {
    #values = new Map();

    delete(name) {
      this.#values.delete(`${name}`);
    }
    get(name) {
      return this.#values.get(`${name}`) ?? null;
    }
    has(name) {
      return this.#values.has(`${name}`);
    }
    set(name, value) {
      const [key, text] = [requireToken(`${name}`, 'parameter name'), `${value}`];
      if (!QUOTABLE.test(text)) throw invalid('parameter value', text, [...text].findIndex((c) => !QUOTABLE.test(c)));
      this.#values.set(key, text);
    }
    entries() {
      return this.#values.entries();
    }
    keys() {
      return this.#values.keys();
    }
    values() {
      return this.#values.values();
    }
    [Symbol.iterator]() {
      return this.entries();
    }
    toString() {
      const quoted = (value) => (TOKEN.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`);
      return [...this].map(([name, value]) => `${name}=${quoted(value)}`).join(';');
    }
    toJSON() {
      return this.toString();
    }
  }

  /** Reads `;name=value` parts; what is malformed is left out. */
  function readParameters(text, params) {
    const part = /;[\t\n\r ]*([^;=]*)(?:=(?:"((?:\\.|[^"\\])*)"?[^;]*|([^;]*)))?/g;
    for (const [, name, quoted, plain] of text.matchAll(part)) {
      const key = name.toLowerCase();
      const value = quoted === undefined ? plain?.replace(/[\t\n\r ]+$/, '') : quoted.replace(/\\(.)/g, '$1');
      if (value === undefined || (quoted === undefined && value === '')) continue;
      if (TOKEN.test(key) && QUOTABLE.test(value) && !params.has(key)) params.set(key, value);
    }
  }

  class MIMEType {
    #type;
    #subtype;
    #params = new MIMEParams();

    constructor(input) {
      const text = `${input}`.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
      const slash = text.indexOf('/');
      if (slash < 0) throw invalid('type', text, -1);
      const end = text.indexOf(';') < 0 ? text.length : text.indexOf(';');
      const type = text.slice(0, slash);
      const subtype = text.slice(slash + 1, end).replace(/[\t\n\r ]+$/, '');
      if (!TOKEN.test(type)) throw invalid('type', text, [...type].findIndex((c) => !TOKEN.test(c)));
      if (!TOKEN.test(subtype)) throw invalid('subtype', text, [...subtype].findIndex((c) => !TOKEN.test(c)));
      this.#type = type.toLowerCase();
      this.#subtype = subtype.toLowerCase();
      readParameters(text.slice(end), this.#params);
    }

    get type() {
      return this.#type;
    }
    set type(value) {
      this.#type = requireToken(`${value}`, 'type').toLowerCase();
    }
    get subtype() {
      return this.#subtype;
    }
    set subtype(value) {
      this.#subtype = requireToken(`${value}`, 'subtype').toLowerCase();
    }
    get essence() {
      return `${this.#type}/${this.#subtype}`;
    }
    get params() {
      return this.#params;
    }
    toString() {
      const params = this.#params.toString();
      return params === '' ? this.essence : `${this.essence};${params}`;
    }
    toJSON() {
      return this.toString();
    }
  }

  return { MIMEType, MIMEParams };
})
