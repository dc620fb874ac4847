export default async function (assert) {
  const pair = new WebSocketPair();
  const log = [];
  pair[0].onmessage = () => log.push('first');
  pair[0].onmessage = () => log.push('second');
  pair[0].dispatchEvent(new MessageEvent('message', { data: 1 }));
  pair[0].onmessage = null;
  pair[0].dispatchEvent(new MessageEvent('message', { data: 1 }));
  assert.deepEqual(log, ['second']);
}
