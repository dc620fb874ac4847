// node:readline: there is no terminal to read from.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');

  class Interface extends EventEmitter {
    terminal = false;
    line = '';
    cursor = 0;
    getPrompt() {
      return '';
    }
    setPrompt() {}
    prompt() {}
    question(query, options, callback) {
      const done = typeof options === 'function' ? options : callback;
      if (typeof done === 'function') done('');
    }
    pause() {
      return this;
    }
    resume() {
      return this;
    }
    close() {}
    write() {}
    getCursorPos() {
      return { rows: 0, cols: 0 };
    }
    async *[Symbol.asyncIterator]() {
      yield '';
    }
  }

  return {
    Interface,
    clearLine: () => false,
    clearScreenDown: () => false,
    createInterface: () => new Interface(),
    cursorTo: () => false,
    emitKeypressEvents() {},
    moveCursor: () => false,
    get promises() {
      return load('node/readline/promises');
    },
  };
})
