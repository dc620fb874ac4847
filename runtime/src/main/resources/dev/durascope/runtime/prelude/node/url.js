// node:url: the URL of the platform, and the parser that Node.js had before it.
(function (host, load) {
  'use strict';
  const { coded, invalidArgType, requireObject } = load('node/errors');
  const legacy = load('vendor/node-url');
  const { URL, URLSearchParams } = globalThis;

  function hostOf(domain) {
    try {
      return new URL(`ws://${domain}`).hostname;
    } catch {
      return '';
    }
  }

  function requireArgument(values, name) {
    if (values.length === 0) throw load('node/errors').missingArgs(name);
  }

  function fileURLToPath(input, options) {
    const url = typeof input === 'string' ? new URL(input) : input;
    if (!(url instanceof URL)) throw invalidArgType('path', ['string', 'URL'], input);
    if (url.protocol !== 'file:') {
      throw coded(Error, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    }
    if (url.hostname !== '') {
      throw coded(Error, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
    }
    if (/%2f/i.test(url.pathname)) {
      throw coded(Error, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
    }
    const path = decodeURIComponent(url.pathname);
    return options?.windows ? path.slice(1).replaceAll('/', '\\') : path;
  }

  function pathToFileURL(path, options) {
    const { resolve } = load(options?.windows ? 'node/path/win32' : 'node/path/posix');
    let resolved = resolve(path);
    if (`${path}`.endsWith('/') && !resolved.endsWith('/')) resolved += '/';
    const escaped = resolved.replace(/[%\\\n\r\t?#]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
    return new URL(`file://${escaped}`);
  }

  function urlToHttpOptions(url) {
    requireObject(url, 'url');
    const { hostname, pathname, port, username, password, search } = url;
    const options = {
      __proto__: null,
      ...url,
      protocol: url.protocol,
      hostname: hostname?.startsWith('[') ? hostname.slice(1, -1) : hostname,
      hash: url.hash,
      search,
      pathname,
      path: `${pathname || ''}${search || ''}`,
      href: url.href,
    };
    if (port !== '') options.port = Number(port);
    if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return options;
  }

  /** Of a URL of the platform, with parts left out; of anything else, the old way. */
  function format(input, options) {
    if (!(input instanceof URL)) return legacy.format(input);
    const { auth = true, fragment = true, search = true, unicode = false } = options ?? {};
    const credentials = auth && (input.username || input.password);
    const user = credentials ? `${input.username}${input.password ? `:${input.password}` : ''}@` : '';
    const name = unicode ? domainToUnicode(input.hostname) : input.hostname;
    const port = input.port ? `:${input.port}` : '';
    const slashes = input.href.startsWith(`${input.protocol}//`) ? '//' : '';
    return `${input.protocol}${slashes}${user}${name}${port}${input.pathname}${search ? input.search : ''}${fragment ? input.hash : ''}`;
  }

  function domainToASCII(...domain) {
    requireArgument(domain, 'domain');
    return hostOf(domain[0]);
  }

  function domainToUnicode(...domain) {
    requireArgument(domain, 'domain');
    return load('node/punycode').toUnicode(hostOf(domain[0]));
  }

  return {
    URL,
    URLSearchParams,
    Url: legacy.Url,
    parse: legacy.parse,
    resolve: legacy.resolve,
    resolveObject: legacy.resolveObject,
    format,
    domainToASCII,
    domainToUnicode,
    fileURLToPath,
    pathToFileURL,
    toPathIfFileURL: (value) => (value instanceof URL ? fileURLToPath(value) : value),
    urlToHttpOptions,
  };
})
