export default async function (assert) {
  const pair = new WebSocketPair();
  pair[0].accept();
  for (const code of [999, 1004, 1005, 1006, 1015, 5000]) {
    assert.throws(() => pair[0].close(code), 'InvalidAccessError', `Invalid WebSocket close code: ${code}.`);
  }
  assert.throws(
    () => pair[0].close(undefined, 'why'),
    'InvalidAccessError',
    'If you specify a WebSocket close reason, you must also specify a code.'
  );
  assert.throws(
    () => pair[0].close(1000, 'é'.repeat(62)),
    'SyntaxError',
    'WebSocket close reason must not be longer than 123 bytes when UTF-8 encoded.'
  );
  pair[0].close(1000, 'x'.repeat(123));
}
