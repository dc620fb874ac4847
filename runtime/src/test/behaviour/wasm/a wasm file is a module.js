import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  assert(add instanceof WebAssembly.Module);
  const { exports } = new WebAssembly.Instance(add, imports());
  assert.equal(exports.add(2, 3), 5);
}
