// node:domain: domains that contain nothing.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');

  class Domain extends EventEmitter {
    members = undefined;
    _errorHandler(error) {
      throw error;
    }
    enter() {}
    exit() {}
    add() {}
    remove() {}
    run(fn, ...args) {
      return Reflect.apply(fn, this, args);
    }
    intercept(callback) {
      return callback;
    }
    bind(callback) {
      return callback;
    }
  }

  const createDomain = () => new Domain();
  return { Domain, active: null, createDomain, create: createDomain() };
})
