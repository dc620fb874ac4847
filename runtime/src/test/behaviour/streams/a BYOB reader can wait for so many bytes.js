export default async function (assert) {
  const read = async (action) => {
    const reader = new Response('abcdef').body.getReader({ mode: 'byob' });
    const { value, done } = await action(reader);
    return [value.length >= 4, done];
  };
  assert.deepEqual(await read((reader) => reader.readAtLeast(4, new Uint8Array(6))), [true, false]);
  assert.deepEqual(await read((reader) => reader.read(new Uint8Array(6), { min: 4 })), [true, false]);
}
