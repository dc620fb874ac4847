import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  assert.equal(memory.buffer.byteLength, 65536);
  assert.equal(new WebAssembly.Table({ initial: 3, element: 'anyfunc' }).length, 3);
  const global = new WebAssembly.Global({ value: 'i32', mutable: true }, 5);
  global.value = 6;
  assert.equal(global.value, 6);
}
