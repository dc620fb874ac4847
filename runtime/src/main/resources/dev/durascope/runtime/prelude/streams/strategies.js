// CountQueuingStrategy and ByteLengthQueuingStrategy. Their `size` is one function for all instances.
(function (host, load) {
  'use strict';
  const { expose, wrongConstructorArgument } = load('webidl');
  const { isObject } = load('streams/promises');

  function markOf(init, Class) {
    if (!isObject(init) || init.highWaterMark === undefined) {
      throw wrongConstructorArgument(Class, 1, 'QueuingStrategyInit');
    }
    return Number(init.highWaterMark);
  }

  const { countOf, lengthOf } = {
    countOf: { size: () => 1 }.size,
    lengthOf: { size: (chunk) => chunk.byteLength }.size,
  };

  class CountQueuingStrategy {
    #highWaterMark;

    constructor(init) {
      this.#highWaterMark = markOf(init, 'CountQueuingStrategy');
    }
    get highWaterMark() {
      return this.#highWaterMark;
    }
    get size() {
      return this.#highWaterMark, countOf;
    }
  }
  expose(CountQueuingStrategy);

  class ByteLengthQueuingStrategy {
    #highWaterMark;

    constructor(init) {
      this.#highWaterMark = markOf(init, 'ByteLengthQueuingStrategy');
    }
    get highWaterMark() {
      return this.#highWaterMark;
    }
    get size() {
      return this.#highWaterMark, lengthOf;
    }
  }
  expose(ByteLengthQueuingStrategy);

  return { CountQueuingStrategy, ByteLengthQueuingStrategy };
})
