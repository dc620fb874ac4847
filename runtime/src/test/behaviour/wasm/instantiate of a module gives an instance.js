import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const instance = await WebAssembly.instantiate(add, imports());
  assert(instance instanceof WebAssembly.Instance);
  assert.equal(instance.exports.add(40, 2), 42);
}
