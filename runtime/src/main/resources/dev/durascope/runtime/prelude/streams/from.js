// ReadableStream.from: a stream of what an iterable gives.
(function (host, load) {
  'use strict';
  const { isObject } = load('streams/promises');
  const { readableFrom, streamOf } = load('streams/readable');

  const { apply } = Reflect;

  function object(value, method) {
    if (!isObject(value)) throw new TypeError(`The result of the iterator's ${method}() is not an object.`);
    return value;
  }

  function methodOf(value, key) {
    const method = value[key];
    if (method === undefined || method === null) return undefined;
    if (typeof method !== 'function') throw new TypeError(`${String(key)} is not a function.`);
    return method;
  }

  /** A source over an iterator, whose values are promises if it is not an asynchronous one. */
  class IteratorSource {
    canPull = true;
    iterator = null;
    next = null;
    isAsync = false;

    constructor(iterator, isAsync) {
      this.iterator = iterator;
      this.next = iterator.next;
      this.isAsync = isAsync;
    }

    start() {}

    async pull(controller) {
      const called = apply(this.next, this.iterator, []);
      const result = object(this.isAsync ? await called : called, 'next');
      if (result.done) {
        controller.close();
        return;
      }
      const value = this.isAsync ? result.value : await result.value;
      if (controller.isOpen) controller.enqueue(value);
    }

    async cancel(reason) {
      const method = methodOf(this.iterator, 'return');
      if (method === undefined) return;
      const called = apply(method, this.iterator, [reason]);
      object(this.isAsync ? await called : called, 'return');
    }
  }

  return {
    from(iterable) {
      if (iterable === undefined || iterable === null) {
        throw new TypeError("Failed to execute 'from' on 'ReadableStream': parameter 1 is not of type 'AsyncIterable'.");
      }
      const asynchronous = methodOf(iterable, Symbol.asyncIterator);
      const method = asynchronous ?? methodOf(iterable, Symbol.iterator);
      if (method === undefined) {
        throw new TypeError("Failed to execute 'from' on 'ReadableStream': parameter 1 is not of type 'AsyncIterable'.");
      }
      const iterator = object(apply(method, iterable, []), asynchronous === undefined ? 'Symbol.iterator' : 'Symbol.asyncIterator');
      return streamOf(readableFrom(new IteratorSource(iterator, asynchronous !== undefined), 0));
    },
  };
})
