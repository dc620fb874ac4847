import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  assert.throws(() => new WebAssembly.Instance(add, {}), 'TypeError');
  assert.throws(() => new WebAssembly.Instance(add, { env: {} }), 'LinkError');
}
