/*
 * The JavaScript half of structured clone: what only JavaScript can tell about a value, and what
 * only JavaScript can make. Evaluated once a context, before user code; everything that user code
 * could replace is taken here, so that a patched Map.prototype.forEach changes nothing.
 *
 * Brand checks go by internal slots, as V8's do, not by constructors or tags: a getter that only
 * works on a real Map tells a Map. Since such a getter throws on all else, which is slow, the tag
 * of Object.prototype.toString says which one to try first.
 *
 * Stands on its own (no imports), evaluates to an object of functions for Java.
 */
(function () {
  "use strict";

  const { getPrototypeOf, keys, defineProperty, getOwnPropertyNames, getOwnPropertyDescriptor, hasOwn } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { toStringTag } = Symbol;
  const ObjectPrototype = Object.prototype;
  const uncurried = (method) => Function.prototype.call.bind(method);
  const getter = (prototype, name) => uncurried(getOwnPropertyDescriptor(prototype, name).get);

  const tagOf = uncurried(ObjectPrototype.toString);
  const dateTime = uncurried(Date.prototype.getTime);
  const regExpSource = getter(RegExp.prototype, "source");
  const regExpFlags = [
    ["d", "hasIndices"], ["g", "global"], ["i", "ignoreCase"], ["m", "multiline"],
    ["s", "dotAll"], ["u", "unicode"], ["v", "unicodeSets"], ["y", "sticky"],
  ].map(([letter, name]) => [letter, getter(RegExp.prototype, name)]);
  const booleanValue = uncurried(Boolean.prototype.valueOf);
  const numberValue = uncurried(Number.prototype.valueOf);
  const stringValue = uncurried(String.prototype.valueOf);
  const bigIntValue = uncurried(BigInt.prototype.valueOf);
  const mapSize = getter(Map.prototype, "size");
  const mapForEach = uncurried(Map.prototype.forEach);
  const mapSet = uncurried(Map.prototype.set);
  const setSize = getter(Set.prototype, "size");
  const setForEach = uncurried(Set.prototype.forEach);
  const setAdd = uncurried(Set.prototype.add);
  const bufferLength = getter(ArrayBuffer.prototype, "byteLength");
  const bufferMaxLength = getter(ArrayBuffer.prototype, "maxByteLength");
  const bufferResizable = getter(ArrayBuffer.prototype, "resizable");
  const bufferDetached = getter(ArrayBuffer.prototype, "detached");
  const TypedArray = getPrototypeOf(Uint8Array);
  const typedArrayName = getter(TypedArray.prototype, toStringTag);
  const typedArrayParts = ["buffer", "byteOffset", "byteLength"].map((name) => getter(TypedArray.prototype, name));
  const dataViewParts = ["buffer", "byteOffset", "byteLength"].map((name) => getter(DataView.prototype, name));
  const typedArraySet = uncurried(TypedArray.prototype.set);
  const functionText = uncurried(Function.prototype.toString);
  const symbolText = uncurried(Symbol.prototype.toString);
  const toString = String;
  const toBigInt = BigInt;
  const toObject = Object;
  const NativeError = Error;
  const PlainDate = Date;
  const PlainRegExp = RegExp;
  const RegExpPrototype = RegExp.prototype;
  const PlainMap = Map;
  const PlainSet = Set;
  const PlainBuffer = ArrayBuffer;
  const PlainBytes = Uint8Array;
  const global = globalThis;

  const byName = (...names) => Object.fromEntries(names.filter((name) => name in globalThis).map((name) => [name, globalThis[name]]));
  const errors = byName("Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError", "AggregateError");
  const views = byName(
    "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
    "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "DataView",
  );

  // What shape() answers when it is no list of names. Keep in step with ObjectKind.java.
  const DENSE_ARRAY = 1;
  const ARRAY = 2;
  const DATE = 3;
  const REG_EXP = 4;
  const BOXED = 5;
  const MAP = 6;
  const SET = 7;
  const BUFFER = 8;
  const VIEW = 9;
  const ERROR = 10;
  const UNSURE = 11;
  const INSTANCE = 12;

  /** Prototypes whose objects hold what cannot be copied. */
  const intrinsics = new Set();
  const registered = new Map();
  const mapHas = uncurried(Map.prototype.has);
  const mapGet = uncurried(Map.prototype.get);
  const setHas = uncurried(Set.prototype.has);
  for (const name of ["Promise", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "SharedArrayBuffer"]) {
    if (name in globalThis) intrinsics.add(globalThis[name].prototype);
  }
  for (const iterator of [[].values(), new Map().entries(), new Set().values(), ""[Symbol.iterator]()]) {
    intrinsics.add(getPrototypeOf(iterator));
  }
  intrinsics.add(getPrototypeOf(function* () {}.prototype));
  intrinsics.add(getPrototypeOf(async function* () {}.prototype));

  // The engine's own; all other classes of the platform say themselves that they cannot be cloned.
  if (typeof TextEncoder === "function") registered.set(TextEncoder.prototype, undefined);

  const fail = (message) => {
    const { DOMException } = global;
    if (typeof DOMException === "function") throw new DOMException(message, "DataCloneError");
    const error = new NativeError(message);
    defineProperty(error, "name", { value: "DataCloneError", configurable: true, writable: true });
    throw error;
  };

  const classOf = (object) => {
    const { constructor } = object;
    return typeof constructor === "function" && typeof constructor.name === "string" && constructor.name !== "" ? constructor.name : undefined;
  };

  /** Throws the DataCloneError for something that cannot be cloned. */
  const refuse = (value) => {
    if (typeof value === "function") fail(`${functionText(value)} could not be cloned.`);
    if (typeof value === "symbol") fail(`${symbolText(value)} could not be cloned.`);
    if (value === global) fail("#<ServiceWorkerGlobalScope> could not be cloned.");
    const tag = tagOf(value);
    const name = tag.endsWith(" Iterator]") ? undefined : classOf(value);
    fail(`${name === undefined ? tag : `#<${name}>`} could not be cloned.`);
  };

  const passes = (check, value) => {
    try {
      check(value);
      return true;
    } catch {
      return false;
    }
  };

  const boxChecks = [booleanValue, numberValue, stringValue, bigIntValue];
  const isBoxed = (value) => boxChecks.some((check) => passes(check, value));
  const slotChecks = [
    [dateTime, DATE], [mapSize, MAP], [setSize, SET], [bufferLength, BUFFER],
    [booleanValue, BOXED], [numberValue, BOXED], [stringValue, BOXED], [bigIntValue, BOXED],
    // On RegExp.prototype itself the getters answer too, though it is none.
    [(value) => { if (value === RegExpPrototype) throw value; regExpFlags[1][1](value); }, REG_EXP],
  ];

  const arrayShape = (array) => {
    const names = keys(array);
    const { length } = array;
    return names.length === length && (length === 0 || names[length - 1] === toString(length - 1)) ? DENSE_ARRAY : ARRAY;
  };

  const refuseWhatHoldsMore = (object, inMessage) => {
    if (object === global) refuse(object);
    for (let proto = getPrototypeOf(object); proto !== null && proto !== ObjectPrototype; proto = getPrototypeOf(proto)) {
      if (!inMessage && mapHas(registered, proto)) {
        fail(mapGet(registered, proto) ?? `Could not serialize object of type "${classOf(object)}". This type does not support serialization.`);
      }
      if (setHas(intrinsics, proto)) refuse(object);
    }
  };

  const specialShape = (object, inMessage) => {
    if (isArray(object)) return arrayShape(object);
    if (isView(object)) return VIEW;
    const tag = tagOf(object);
    switch (tag) {
      case "[object Map]":
        if (passes(mapSize, object)) return MAP;
        break;
      case "[object Set]":
        if (passes(setSize, object)) return SET;
        break;
      case "[object Date]":
        if (passes(dateTime, object)) return DATE;
        break;
      case "[object RegExp]":
        if (passes(regExpSource, object)) return REG_EXP;
        break;
      case "[object ArrayBuffer]":
        if (passes(bufferLength, object)) return BUFFER;
        break;
      case "[object Boolean]":
      case "[object Number]":
      case "[object String]":
      case "[object BigInt]":
        if (isBoxed(object)) return BOXED;
        break;
      case "[object Arguments]":
        if (!(toStringTag in object)) refuse(object);
        break;
      case "[object Symbol]":
        if (passes(symbolText, object)) fail("[object Symbol] could not be cloned.");
        break;
    }
    if (tag.startsWith("[object Intl.")) refuse(object);
    refuseWhatHoldsMore(object, inMessage);
    if (!(toStringTag in object)) {
      // The tag is the built-in one, and so is true.
      if (tag === "[object Error]") return ERROR;
      return inMessage && getPrototypeOf(object) !== ObjectPrototype ? INSTANCE : keys(object);
    }
    for (const [check, kind] of slotChecks) {
      if (passes(check, object)) return kind;
    }
    return inMessage && getPrototypeOf(object) !== ObjectPrototype ? INSTANCE : UNSURE;
  };

  /** The names of a plain object's or class instance's properties, or the number of its kind. */
  const shape = (object) => {
    const proto = getPrototypeOf(object);
    if ((proto === ObjectPrototype || proto === null) && object !== global && tagOf(object) === "[object Object]" && !(toStringTag in object)) {
      return keys(object);
    }
    return specialShape(object, false);
  };

  /** The same in a message, where what is no plain object is for others to send or to refuse. */
  const messageShape = (object) => {
    if (getPrototypeOf(object) === ObjectPrototype && object !== global && tagOf(object) === "[object Object]" && !(toStringTag in object)) {
      return keys(object);
    }
    return specialShape(object, true);
  };

  const boxed = (object) => {
    if (passes(booleanValue, object)) return booleanValue(object);
    if (passes(numberValue, object)) return numberValue(object);
    if (passes(stringValue, object)) return stringValue(object);
    return bigIntValue(object);
  };

  const regExp = (object) => {
    let letters = "";
    for (const [letter, has] of regExpFlags) if (has(object)) letters += letter;
    return [regExpSource(object), letters];
  };

  const mapItems = (map) => {
    const items = [];
    let n = 0;
    mapForEach(map, (value, key) => {
      items[n++] = key;
      items[n++] = value;
    });
    return items;
  };

  const setItems = (set) => {
    const items = [];
    let n = 0;
    setForEach(set, (value) => {
      items[n++] = value;
    });
    return items;
  };

  /** How far the buffer may grow, or -1 if it may not. */
  const bufferMax = (buffer) => {
    if (bufferDetached(buffer)) fail("An ArrayBuffer is detached and could not be cloned.");
    return bufferResizable(buffer) ? bufferMaxLength(buffer) : -1;
  };

  /**
   * Nothing tells whether a view tracks the length of its resizable buffer; one that reaches to the
   * buffer's end is taken for such.
   */
  const view = (object) => {
    const name = typedArrayName(object) ?? "DataView";
    const [buffer, offset, length] = (name === "DataView" ? dataViewParts : typedArrayParts).map((part) => part(object));
    if (!passes(bufferLength, buffer)) refuse(object);
    const resizable = bufferResizable(buffer);
    const tracking = resizable && offset + length === bufferLength(buffer);
    return [buffer, name, offset, tracking ? 0 : length, tracking, resizable];
  };

  const ownData = (object, name) => {
    const descriptor = getOwnPropertyDescriptor(object, name);
    return descriptor !== undefined && "value" in descriptor ? descriptor : undefined;
  };

  /** [name, message or undefined, stack or undefined, whether there is a cause, the cause] */
  const error = (object) => {
    const message = ownData(object, "message");
    const { stack } = object;
    const cause = ownData(object, "cause");
    return [
      toString(object.name),
      message === undefined ? undefined : toString(message.value),
      typeof stack === "string" ? stack : undefined,
      cause !== undefined,
      cause?.value,
    ];
  };

  /** [name, message, {the other own properties}], the stack first, as V8's errors have it. */
  const hostError = (object) => {
    const properties = {};
    if (hasOwn(object, "stack")) define(properties, "stack", object.stack, true);
    for (const name of getOwnPropertyNames(object)) {
      if (name !== "name" && name !== "message" && name !== "stack") define(properties, name, object[name], true);
    }
    return [object.name, object.message, properties];
  };

  const define = (object, name, value, enumerable) =>
    defineProperty(object, name, { value, enumerable, configurable: true, writable: true });

  const assign = (object, pairs, from) => {
    for (let i = from; i < pairs.length; i += 2) {
      const name = pairs[i];
      if (name === "__proto__") define(object, name, pairs[i + 1], true);
      else object[name] = pairs[i + 1];
    }
    return object;
  };

  /** An error of a class, with nothing in it yet. */
  const emptyError = (kind) => {
    if (kind === "AggregateError") return new errors.AggregateError([]);
    if (kind === "SuppressedError") return new global.SuppressedError();
    return new (errors[kind] ?? NativeError)();
  };

  // Each maker takes the object to fill, if a reference within it had to be made before it.
  const make = {
    object: (target, ...pairs) => assign(target ?? {}, pairs, 0),
    dense: (target, ...elements) => {
      if (target === undefined || target === null) return elements;
      for (let i = 0; i < elements.length; i++) target[i] = elements[i];
      return target;
    },
    sparse: (target, length, ...pairs) => {
      const array = target ?? [];
      array.length = length;
      return assign(array, pairs, 0);
    },
    map: (target, ...items) => {
      const map = target ?? new PlainMap();
      for (let i = 0; i < items.length; i += 2) mapSet(map, items[i], items[i + 1]);
      return map;
    },
    set: (target, ...items) => {
      const set = target ?? new PlainSet();
      for (let i = 0; i < items.length; i++) setAdd(set, items[i]);
      return set;
    },
    error: (target, kind, message, stack, hasCause, cause) => {
      const object = target ?? new errors[kind]();
      if (message !== undefined) define(object, "message", message, false);
      define(object, "stack", stack, false);
      if (hasCause) define(object, "cause", cause, false);
      return object;
    },
    hostError: (target, kind, name, message, properties) => {
      const object = target ?? emptyError(kind);
      define(object, "message", message, false);
      if (name !== undefined) define(object, "name", name, true);
      for (const key of keys(properties)) define(object, key, properties[key], true);
      return object;
    },
    emptyObject: () => ({}),
    emptyArray: () => [],
    emptyMap: () => new PlainMap(),
    emptySet: () => new PlainSet(),
    emptyError,
    bigInt: (digits) => toBigInt(digits),
    date: (time) => new PlainDate(time),
    regExp: (source, flags) => new PlainRegExp(source, flags),
    boxed: (primitive) => toObject(primitive),
    buffer: (bytes, length, max) => {
      const buffer = max < 0 ? new PlainBuffer(length) : new PlainBuffer(length, { maxByteLength: max });
      if (length > 0) typedArraySet(new PlainBytes(buffer), new PlainBytes(new PlainBuffer(bytes)));
      return buffer;
    },
    view: (buffer, name, offset, length) =>
      length < 0 ? new views[name](buffer, offset) : new views[name](buffer, offset, length),
  };

  return {
    shape, messageShape, names: keys, boxed, regExp, mapItems, setItems, bufferMax, view, error, hostError, refuse, fail,
    dateTime: (date) => dateTime(date),
    isUndefined: (value) => value === undefined,
    isSame: (a, b) => a === b,
    register: (prototype, message) => {
      mapSet(registered, prototype, message);
    },
    make,
    undefined,
    nil: null,
    bigIntSample: 0n,
  };
})();
