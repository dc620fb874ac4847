import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const seen = [];
  const { exports } = new WebAssembly.Instance(add, imports((n) => seen.push(n)));
  exports.tell(7);
  assert.deepEqual(seen, [7]);
}
