import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const { exports } = new WebAssembly.Instance(add, imports());
  assert.throws(() => exports.trap(), 'RuntimeError');
}
