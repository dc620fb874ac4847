// node:os. A Worker's machine is nobody's business: these are the values that production gives.
(function (host, load) {
  'use strict';
  const { invalidArgType, invalidArgValue, requireObject } = load('node/errors');

  function requireNumber(value, name) {
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  }

  const { errno, signals, priority, dlopen } = load('node/osconstants');

  return {
    EOL: '\n',
    devNull: '/dev/null',
    constants: { __proto__: null, UV_UDP_REUSEADDR: 4, dlopen, errno, signals, priority },
    arch: () => 'x64',
    availableParallelism: () => 1,
    cpus: () => [],
    endianness: () => 'LE',
    freemem: () => 0,
    getPriority(pid) {
      if (pid !== undefined) requireNumber(pid, 'pid');
      return 0;
    },
    homedir: () => '/tmp/',
    hostname: () => 'localhost',
    loadavg: () => [0, 0, 0],
    machine: () => 'x86_64',
    networkInterfaces: () => ({}),
    platform: () => 'linux',
    release: () => '',
    setPriority(pid, value) {
      requireNumber(pid, 'pid');
      requireNumber(value, 'priority');
    },
    tmpdir: () => '/tmp/',
    totalmem: () => 0,
    type: () => 'Linux',
    uptime: () => 0,
    userInfo(options = {}) {
      requireObject(options, 'options');
      const { encoding } = options;
      if (encoding != null && encoding !== 'buffer' && !load('node/buffer').Buffer.isEncoding(encoding)) {
        throw invalidArgValue('options.encoding', encoding, 'must be a valid encoding');
      }
      return {};
    },
    version: () => '',
  };
})
