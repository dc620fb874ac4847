// URLPattern: urlpattern-polyfill, on the URL and the RegExp that are here, in the words of workerd.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const library = load('vendor/urlpattern');

  function inWords(method, action) {
    try {
      return action();
    } catch {
      throw new TypeError(`Failed to ${method} URLPattern`);
    }
  }

  class URLPattern {
    #pattern;

    constructor(input, baseURL, options) {
      const rest = [baseURL, options].filter((argument) => argument !== undefined);
      this.#pattern = inWords('construct', () => new library.URLPattern(input ?? {}, ...rest));
    }

    exec(input, baseURL) {
      const rest = baseURL === undefined ? [] : [baseURL];
      return inWords('exec', () => this.#pattern.exec(input ?? {}, ...rest)) ?? null;
    }
    test(input, baseURL) {
      const rest = baseURL === undefined ? [] : [baseURL];
      return inWords('test', () => this.#pattern.test(input ?? {}, ...rest));
    }
    get hasRegExpGroups() {
      return this.#pattern.hasRegExpGroups;
    }

    static {
      for (const part of [
        'protocol',
        'username',
        'password',
        'hostname',
        'port',
        'pathname',
        'search',
        'hash',
      ]) {
        Object.defineProperty(URLPattern.prototype, part, {
          configurable: true,
          get() {
            return this.#pattern[part];
          },
        });
      }
    }
  }
  expose(URLPattern);

  return { URLPattern };
})
