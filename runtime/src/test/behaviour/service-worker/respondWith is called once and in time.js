let seen;
addEventListener('fetch', (event) => {
  seen = event;
});

globalThis.behaviour = async (assert) => {
  await null;
  assert.throws(
    () => seen.respondWith(new Response()),
    'InvalidStateError',
    'FetchEvent.respondWith() has already been called; it can only be called once.'
  );
};
