// FormData: a list of names with strings or files.
(function (host, load) {
  'use strict';
  const { expose, is, iterateBy, usv, wrongArgument } = load('webidl');

  /** What an entry holds: a string, or a File, which a Blob becomes (named as its entry, as in workerd). */
  function entryValue(name, value, filename) {
    if (!is.Blob?.(value)) return usv(value);
    const { File } = load('blob');
    if (value instanceof File && filename === undefined) return value;
    return new File([value], filename === undefined ? name : usv(filename), { type: value.type });
  }

  class FormData {
    #entries = [];

    constructor(form) {
      if (form !== undefined) {
        throw new TypeError("Failed to construct 'FormData': Workers have no forms to take entries from.");
      }
    }

    append(name, value, filename) {
      if (arguments.length < 2) throw wrongArgument('append', 'FormData', arguments.length + 1, 'string');
      const key = usv(name);
      this.#entries.push([key, entryValue(key, value, filename)]);
    }

    set(name, value, filename) {
      if (arguments.length < 2) throw wrongArgument('set', 'FormData', arguments.length + 1, 'string');
      const key = usv(name);
      const entry = [key, entryValue(key, value, filename)];
      const at = this.#entries.findIndex(([n]) => n === key);
      if (at < 0) {
        this.#entries.push(entry);
      } else {
        this.#entries[at] = entry;
        this.#entries = this.#entries.filter(([n], i) => n !== key || i === at);
      }
    }

    delete(name) {
      const key = usv(name);
      this.#entries = this.#entries.filter(([n]) => n !== key);
    }
    get(name) {
      const key = usv(name);
      return this.#entries.find(([n]) => n === key)?.[1] ?? null;
    }
    getAll(name) {
      const key = usv(name);
      return this.#entries.filter(([n]) => n === key).map(([, value]) => value);
    }
    has(name) {
      const key = usv(name);
      return this.#entries.some(([n]) => n === key);
    }
    forEach(callback, thisArg) {
      if (typeof callback !== 'function') throw wrongArgument('forEach', 'FormData', 1, 'Function');
      for (let i = 0; i < this.#entries.length; i++) {
        const [name, value] = this.#entries[i];
        callback.call(thisArg, value, name, this);
      }
    }
    *entries() {
      for (let i = 0; i < this.#entries.length; i++) yield [...this.#entries[i]];
    }
    *keys() {
      for (let i = 0; i < this.#entries.length; i++) yield this.#entries[i][0];
    }
    *values() {
      for (let i = 0; i < this.#entries.length; i++) yield this.#entries[i][1];
    }

    static {
      is.FormData = (value) => typeof value === 'object' && value !== null && #entries in value;
    }
  }
  iterateBy(FormData, 'entries');
  expose(FormData);

  return { FormData };
})
