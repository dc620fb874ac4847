export default async function (assert) {
  assert.throws(() => new EventSource('nope'), 'SyntaxError', "Cannot open an EventSource to 'nope'. The URL is invalid.");
  assert.throws(
    () => new EventSource('http://x/', { withCredentials: true }),
    'NotSupportedError',
    'The init.withCredentials option is not supported. It must be false or undefined.'
  );
  const read = new Response('x').body;
  const reader = read.getReader();
  assert.throws(() => EventSource.from(read), 'TypeError', 'This ReadableStream is locked.');
  await reader.read();
  reader.releaseLock();
  assert.throws(() => EventSource.from(read), 'TypeError', 'This ReadableStream has already been read from.');
  assert.deepEqual([EventSource.CONNECTING, EventSource.OPEN, EventSource.CLOSED], [0, 1, 2]);
}
