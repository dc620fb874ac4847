//! {"compatibility_date": "2026-11-01"}
import { builtinModules } from 'node:module';

const names = [
  '_stream_duplex', '_stream_passthrough', '_stream_readable', '_stream_transform', '_stream_writable', 'assert',
  'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram', 'dns', 'dns/promises',
  'fs', 'fs/promises', 'http', 'http2', 'https', 'net', 'tls',
  'diagnostics_channel', 'domain', 'events', 'inspector', 'inspector/promises', 'module', 'os', 'path', 'path/posix',
  'path/win32', 'perf_hooks', 'process', 'punycode', 'querystring', 'readline', 'readline/promises', 'repl', 'stream',
  'stream/consumers', 'stream/promises', 'stream/web', 'string_decoder', 'sys', 'timers', 'timers/promises',
  'trace_events', 'tty', 'url', 'util', 'util/types', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib',
];

export async function behaviour(assert) {
  for (const name of names) {
    const module = process.getBuiltinModule(`node:${name}`);
    assert(module !== undefined && module !== null, `node:${name} is not there`);
    assert(builtinModules.includes(name), `${name} is not among builtinModules`);
  }
}
