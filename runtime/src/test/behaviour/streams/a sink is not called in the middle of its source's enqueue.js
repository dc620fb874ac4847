export default async function (assert) {
  const log = [];
  let source;
  const readable = new ReadableStream({ start: (controller) => void (source = controller) });
  const writable = new WritableStream({ write: (chunk) => void log.push(chunk) });
  const piped = readable.pipeTo(writable);
  await new Promise((resolve) => setTimeout(resolve, 0));
  source.enqueue('chunk');
  log.push('enqueued');
  source.close();
  await piped;
  assert.deepEqual(log, ['enqueued', 'chunk']);
}
