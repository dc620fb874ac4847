export default async function (assert) {
  for (const name of ['HTMLRewriter', 'caches', 'EventSource', 'URLPattern', 'MessageChannel', 'WebSocket', 'fetch', 'crypto', 'ReadableStream']) {
    assert(typeof globalThis[name] !== 'undefined', name);
  }
}
