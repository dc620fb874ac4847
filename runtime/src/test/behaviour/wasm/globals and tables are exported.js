import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const { answer, table, add: sum } = new WebAssembly.Instance(add, imports()).exports;
  assert.equal(answer.value, 42);
  assert.equal(table.length, 1);
  assert.equal(table.get(0)(1, 2), sum(1, 2));
}
