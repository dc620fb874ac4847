// The text of the ES module that stands for a file of the prelude: `default` is what the file
// exports, and each property of that is an export of its own.
(function (host, load) {
  'use strict';

  return {
    source(file) {
      const exports = load(file);
      const names = Object.keys(exports).filter((name) => name !== 'default');
      return [
        `const builtin = globalThis[Symbol.for('durascope')].load(${JSON.stringify(file)});`,
        'export { builtin as default };',
        ...names.map((name, i) => `const e${i} = builtin[${JSON.stringify(name)}];`),
        `export { ${names.map((name, i) => `e${i} as ${JSON.stringify(name)}`).join(', ')} };`,
      ].join('\n');
    },
  };
})
