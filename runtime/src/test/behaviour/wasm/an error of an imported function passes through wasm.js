import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const { exports } = new WebAssembly.Instance(add, imports(() => {
    throw new RangeError('from inside');
  }));
  assert.throws(() => exports.tell(1), 'RangeError', 'from inside');
}
