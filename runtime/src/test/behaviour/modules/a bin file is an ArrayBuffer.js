import bytes from './bytes.bin';

export async function behaviour(assert, env, ctx) {
  assert(bytes instanceof ArrayBuffer);
  assert.deepEqual(new Uint8Array(bytes), new Uint8Array([0, 1, 255]));
}
