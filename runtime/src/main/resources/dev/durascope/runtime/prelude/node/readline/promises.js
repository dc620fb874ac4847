// node:readline/promises.
(function (host, load) {
  'use strict';
  const readline = load('node/readline');

  class Interface extends readline.Interface {
    question() {
      return Promise.resolve('');
    }
  }

  class Readline {
    clearLine() {
      return this;
    }
    clearScreenDown() {
      return this;
    }
    cursorTo() {
      return this;
    }
    moveCursor() {
      return this;
    }
    rollback() {
      return this;
    }
    commit() {
      return Promise.resolve();
    }
  }

  return { Interface, Readline, createInterface: () => new Interface() };
})
