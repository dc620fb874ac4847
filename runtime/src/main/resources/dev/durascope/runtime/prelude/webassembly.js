// WebAssembly, as Workers have it: modules are those that are imported from .wasm files; code that is
// made of bytes at run time is refused. The engine is GraalVM's, and is there only in isolates whose
// worker imports such a file.
(function (host, load) {
  'use strict';
  const engine = load('boot').natives.WebAssembly;

  function missing(name) {
    throw new Error(
      `WebAssembly.${name} is available in this version of Durascope to Workers that import a .wasm module`
    );
  }

  // Without the engine the errors are ours.
  class CompileError extends Error {
    get name() {
      return 'CompileError';
    }
  }
  class LinkError extends Error {}
  class RuntimeError extends Error {}
  const parts = engine ?? { CompileError, LinkError, RuntimeError };

  function refuse(what) {
    return new parts.CompileError(
      `WebAssembly.${what}(): Wasm code generation disallowed by embedder`
    );
  }

  /** The class of modules, without a way to make one. */
  function Module() {
    if (!new.target) throw new TypeError("WebAssembly.Module must be invoked with 'new'");
    throw refuse('Module');
  }
  if (engine) {
    Module.prototype = engine.Module.prototype;
    Object.defineProperty(Module.prototype, 'constructor', {
      value: Module,
      configurable: true,
      writable: true,
    });
    for (const name of ['exports', 'imports', 'customSections']) {
      Module[name] = (...args) => engine.Module[name](...args);
    }
  }

  async function instantiate(source, imports) {
    if (engine && source instanceof Module) {
      return new engine.Instance(source, imports);
    }
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) throw refuse('instantiate');
    throw new TypeError(
      'WebAssembly.instantiate(): Argument 0 must be a buffer source or a WebAssembly object'
    );
  }

  const WebAssembly = {
    async compile() {
      throw refuse('compile');
    },
    validate: (bytes) => (engine ? engine.validate(bytes) : missing('validate()')),
    instantiate,
    Module,
  };
  for (const name of ['Instance', 'Table', 'Memory', 'Global']) {
    WebAssembly[name] = engine
      ? engine[name]
      : class {
          constructor() {
            missing(name);
          }
        };
  }
  for (const name of ['CompileError', 'LinkError', 'RuntimeError']) WebAssembly[name] = parts[name];
  for (const name of Object.keys(WebAssembly)) {
    Object.defineProperty(WebAssembly, name, { enumerable: false });
  }
  Object.defineProperty(WebAssembly, Symbol.toStringTag, { value: 'WebAssembly', configurable: true });

  return {
    WebAssembly,
    /** The module of a .wasm file. */
    compile(bytes, name) {
      if (!engine) throw new Error(`The isolate was made without WebAssembly, and ${name} was imported`);
      return new engine.Module(bytes);
    },
  };
})
