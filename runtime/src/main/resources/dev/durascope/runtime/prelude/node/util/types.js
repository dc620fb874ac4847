// node:util/types: what a value is by its nature, whatever its prototype says. Each check asks for
// something that only the real thing answers.
(function (host, load) {
  'use strict';

  /** Whether calling the getter of `prototype[key]` on a value works. */
  function branded(prototype, key) {
    const get = Object.getOwnPropertyDescriptor(prototype, key).get;
    return (value) => answers(get, value);
  }

  function answers(method, value, ...args) {
    if (value === null || typeof value !== 'object') return false;
    try {
      Reflect.apply(method, value, args);
      return true;
    } catch {
      return false;
    }
  }

  const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
  const typed = (name) => (value) => Reflect.apply(tagOf, value, []) === name;
  const tagged = (...tags) => (value) =>
    value !== null && typeof value === 'object' && tags.includes(Object.prototype.toString.call(value).slice(8, -1));
  const boxed = (Type) => (value) => answers(Type.prototype.valueOf, value);
  const functionOf = (...prototypes) => (value) =>
    typeof value === 'function' && prototypes.includes(Object.getPrototypeOf(value));

  const AsyncFunction = Object.getPrototypeOf(async function () {});
  const AsyncGeneratorFunction = Object.getPrototypeOf(async function* () {});
  const GeneratorFunction = Object.getPrototypeOf(function* () {});
  const isShared = typeof SharedArrayBuffer === 'function' ? branded(SharedArrayBuffer.prototype, 'byteLength') : () => false;

  const types = {
    isArgumentsObject: (value) => tagged('Arguments')(value) && !(Symbol.toStringTag in value),
    isArrayBuffer: branded(ArrayBuffer.prototype, 'byteLength'),
    isArrayBufferView: ArrayBuffer.isView,
    isAsyncFunction: functionOf(AsyncFunction, AsyncGeneratorFunction),
    isBigInt64Array: typed('BigInt64Array'),
    isBigIntObject: boxed(BigInt),
    isBigUint64Array: typed('BigUint64Array'),
    isBooleanObject: boxed(Boolean),
    isCryptoKey: (value) => typeof CryptoKey === 'function' && value instanceof CryptoKey,
    isDataView: branded(DataView.prototype, 'byteLength'),
    isDate: (value) => answers(Date.prototype.getTime, value),
    isEventTarget: (value) => value instanceof EventTarget,
    isExternal: () => false,
    isFloat16Array: typed('Float16Array'),
    isFloat32Array: typed('Float32Array'),
    isFloat64Array: typed('Float64Array'),
    isGeneratorFunction: functionOf(GeneratorFunction, AsyncGeneratorFunction),
    isGeneratorObject: tagged('Generator', 'AsyncGenerator'),
    isInt16Array: typed('Int16Array'),
    isInt32Array: typed('Int32Array'),
    isInt8Array: typed('Int8Array'),
    isKeyObject: (value) => tagged('KeyObject')(value),
    isMap: branded(Map.prototype, 'size'),
    isMapIterator: tagged('Map Iterator'),
    isModuleNamespaceObject: tagged('Module'),
    isNativeError: (value) => (Error.isError ? Error.isError(value) : value instanceof Error),
    isNumberObject: boxed(Number),
    isPromise: (value) => value instanceof Promise,
    // The engine does not tell.
    isProxy: () => false,
    isRegExp: (value) => value !== RegExp.prototype && branded(RegExp.prototype, 'source')(value),
    isSet: branded(Set.prototype, 'size'),
    isSetIterator: tagged('Set Iterator'),
    isSharedArrayBuffer: isShared,
    isStringObject: boxed(String),
    isSymbolObject: boxed(Symbol),
    isTypedArray: (value) => Reflect.apply(tagOf, value, []) !== undefined,
    isUint16Array: typed('Uint16Array'),
    isUint32Array: typed('Uint32Array'),
    isUint8Array: typed('Uint8Array'),
    isUint8ClampedArray: typed('Uint8ClampedArray'),
    isWeakMap: (value) => answers(WeakMap.prototype.has, value, {}),
    isWeakSet: (value) => answers(WeakSet.prototype.has, value, {}),
  };
  types.isAnyArrayBuffer = (value) => types.isArrayBuffer(value) || types.isSharedArrayBuffer(value);
  types.isBoxedPrimitive = (value) =>
    types.isNumberObject(value) ||
    types.isStringObject(value) ||
    types.isBooleanObject(value) ||
    types.isBigIntObject(value) ||
    types.isSymbolObject(value);
  return types;
})
