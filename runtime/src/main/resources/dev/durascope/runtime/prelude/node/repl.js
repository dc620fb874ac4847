// node:repl.
(function (host, load) {
  'use strict';
  const { functions, absentClass } = load('node/absent');
  const { Interface } = load('node/readline');
  const { builtinModules } = load('node/module');

  class Recoverable extends SyntaxError {
    constructor(error) {
      super('Recoverable error');
      this.err = error;
    }
  }

  return {
    REPLServer: absentClass('REPLServer', Interface),
    Recoverable,
    REPL_MODE_SLOPPY: Symbol('repl-sloppy'),
    REPL_MODE_STRICT: Symbol('repl-strict'),
    builtinModules: builtinModules.filter((name) => !name.startsWith('_')),
    ...functions('', 'start', 'writer'),
  };
})
