export class Subject {}

export async function behaviour(assert) {
  const Pair = WebSocketRequestResponsePair;
  const wrong = (index) =>
    `Failed to construct 'WebSocketRequestResponsePair': constructor parameter ${index} is not of type 'string'.`;
  assert.throws(() => new Pair(), 'TypeError', wrong(1));
  assert.throws(() => new Pair('a'), 'TypeError', wrong(2));
  const pair = new Pair(1, null);
  assert.deepEqual([pair.request, pair.response], ['1', 'null']);
  assert.deepEqual([Object.keys(pair), String(pair)], [[], '[object WebSocketRequestResponsePair]']);
  assert.equal(new Pair('x'.repeat(5000), '').request.length, 5000);
}
