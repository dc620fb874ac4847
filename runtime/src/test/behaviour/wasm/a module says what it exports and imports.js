import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const names = WebAssembly.Module.exports(add).map(({ name, kind }) => `${name}:${kind}`);
  assert.deepEqual(names, ['add:function', 'tell:function', 'trap:function', 'memory:memory', 'answer:global', 'table:table']);
  assert.deepEqual(WebAssembly.Module.imports(add), [{ module: 'env', name: 'log', kind: 'function' }]);
}
