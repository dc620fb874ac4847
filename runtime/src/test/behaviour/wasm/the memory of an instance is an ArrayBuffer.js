import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const { memory } = new WebAssembly.Instance(add, imports()).exports;
  assert(memory instanceof WebAssembly.Memory);
  assert.equal(memory.buffer.byteLength, 65536);
  new Uint8Array(memory.buffer)[3] = 9;
  assert.equal(new Uint8Array(memory.buffer)[3], 9);
  assert.equal(memory.grow(1), 1);
  assert.equal(memory.buffer.byteLength, 131072);
}
