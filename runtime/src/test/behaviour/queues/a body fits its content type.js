export async function behaviour(assert, env) {
  const send = (body, contentType) => env.QUEUE.send(body, { contentType });
  await assert.rejects(
    send(1, 'text'),
    'TypeError',
    'Content Type "text" requires a value of type string, but received: number'
  );
  await assert.rejects(
    send('x', 'bytes'),
    'TypeError',
    'Content Type "bytes" requires a value of type ArrayBufferView, but received: string'
  );
  await assert.rejects(send('x', 'xml'), 'TypeError', 'Unsupported queue message content type: xml');
}
