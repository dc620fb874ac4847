export default async function (assert) {
  const pair = new WebSocketPair();
  pair[0].accept();
  pair[0].send('early');
  await Promise.resolve();
  const seen = new Promise((resolve) => {
    pair[1].onmessage = (event) => resolve(event.data);
  });
  pair[1].accept();
  assert.equal(await seen, 'early');
}
