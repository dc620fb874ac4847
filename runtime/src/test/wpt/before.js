// What a case of web-platform-tests expects around it: a location, a `fetch` of its own files, and
// a shell instead of a page. Called with where to report, and what the case is.
(function (report, { name, variant, files }) {
  const define = (key, value) => Object.defineProperty(globalThis, key, { value, writable: true, configurable: true });
  define('location', new URL(`https://web-platform.test/${name.replace(/\?.*/, '')}${variant}`));
  define('GLOBAL', { isWindow: () => false, isWorker: () => true, isShadowRealm: () => false });
  define('wptReport', report);
  const own = globalThis.fetch;
  define('fetch', async (input, init) =>
    typeof input === 'string' && input in files ? new Response(files[input]) : own(input, init)
  );
  // testharness.js looks for these to find out where it is; without them it is in a shell.
  for (const key of ['WorkerGlobalScope', 'ServiceWorkerGlobalScope', 'DedicatedWorkerGlobalScope']) {
    if (key in globalThis) delete globalThis[key];
  }
})
