export default async function (assert) {
  const body = new Response('data: a\n\nevent: b\ndata: x\ndata: y\nid: 7\n\n:comment\n\ndata\n\ndata:  z\r\n\r\ndata: never sent').body;
  const source = EventSource.from(body);
  assert.equal(source.readyState, EventSource.OPEN);
  assert.equal(source.url, '');
  const seen = [];
  source.onmessage = (event) => {
    seen.push(['message', event.data, event.lastEventId]);
  };
  source.addEventListener('b', (event) => {
    seen.push([event.type, event.data, event.lastEventId]);
  });
  const error = await new Promise((resolve) => {
    source.onerror = resolve;
  });
  assert.deepEqual(seen, [['message', 'a', ''], ['b', 'x\ny', '7'], ['message', ' z', '7']]);
  assert.equal(error.error.message, 'The server disconnected.');
  assert.equal(source.readyState, EventSource.CLOSED);
}
