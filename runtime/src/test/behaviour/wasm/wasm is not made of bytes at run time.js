import add from './add.wasm';

const imports = (log = () => {}) => ({ env: { log } });

export async function behaviour(assert) {
  const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  const refused = (what) => `WebAssembly.${what}(): Wasm code generation disallowed by embedder`;
  assert.throws(() => new WebAssembly.Module(bytes), 'CompileError', refused('Module'));
  await assert.rejects(WebAssembly.compile(bytes), 'CompileError', refused('compile'));
  await assert.rejects(WebAssembly.instantiate(bytes), 'CompileError', refused('instantiate'));
  assert.equal(WebAssembly.validate(bytes), true);
}
