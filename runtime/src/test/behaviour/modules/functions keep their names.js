
export async function behaviour(assert, env, ctx) {
  const named = (() => {
    class Room {}
    return Room;
  })();
  assert.equal(named.name, 'Room');
}
