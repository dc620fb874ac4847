/**
 * One value of every kind that structured clone carries, each made afresh by `make`.
 *
 * Used twice: by vectors.mjs with Node's V8, and by the sample worker with workerd's V8. Both
 * write the same family of the wire format.
 */

const shared = () => {
  const leaf = { leaf: true };
  return { left: leaf, right: leaf, list: [leaf] };
};

const cycle = () => {
  const self = { name: "self" };
  self.me = self;
  return self;
};

const cyclicCollections = () => {
  const map = new Map();
  const set = new Set([map]);
  map.set("set", set);
  map.set(map, "key");
  return map;
};

const sparse = () => {
  const array = [];
  array[5] = "five";
  array[4_000_000_000] = "far";
  return array;
};

const arrayWithProperties = () => Object.assign([1, , 3], { note: "extra", "-1": "minus" });

const sharedBuffer = () => {
  const buffer = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
  return { bytes: new Uint8Array(buffer, 2, 3), words: new Uint16Array(buffer), view: new DataView(buffer, 4), buffer };
};

/** A fixed stack, so that the bytes do not depend on where the script lies. */
const withStack = (error) => Object.defineProperty(error, "stack", { value: `${error.name}: ${error.message}\n    at here`, enumerable: false, writable: true, configurable: true });

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get length() {
    return Math.hypot(this.x, this.y);
  }
}

const typed = (Type, ...elements) => () => new Type(elements);

export const specimens = [
  { name: "undefined", make: () => ({ inside: undefined }), },
  { name: "null", make: () => null },
  { name: "true", make: () => true },
  { name: "false", make: () => false },
  { name: "int", make: () => 42 },
  { name: "int negative", make: () => -1 },
  { name: "int smallest small", make: () => -1073741824 },
  { name: "int below small", make: () => -1073741825 },
  { name: "int 2^30", make: () => 1073741824 },
  { name: "int max", make: () => 2147483647 },
  { name: "int min", make: () => -2147483648 },
  { name: "double beyond int", make: () => 2147483648 },
  { name: "double", make: () => 3.5 },
  { name: "double negative zero", make: () => -0 },
  { name: "double NaN", make: () => NaN },
  { name: "double infinity", make: () => -Infinity },
  { name: "bigint", make: () => 0n },
  { name: "bigint one", make: () => 1n },
  { name: "bigint negative", make: () => -123456789012345678901234567890n },
  { name: "bigint 2^64", make: () => 1n << 64n },
  { name: "string empty", make: () => "" },
  { name: "string", make: () => "hello" },
  { name: "string latin1", make: () => "café ÿ" },
  { name: "string two byte", make: () => "日本語" },
  { name: "string two byte padded", make: () => ["a", "日本"] },
  { name: "string emoji", make: () => "\u{1F600}" },
  { name: "string lone surrogate", make: () => "\ud800" },
  { name: "string long", make: () => "x".repeat(300) },
  { name: "date", make: () => new Date(Date.UTC(2026, 0, 1)) },
  { name: "date invalid", make: () => new Date(NaN) },
  { name: "regexp", make: () => /a+b\/c/giu },
  { name: "regexp no flags", make: () => /x/ },
  { name: "regexp all flags", make: () => /x/dgimsuy },
  { name: "boxed", make: () => [new Boolean(true), new Boolean(false), new Number(1.5), new String("s"), Object(7n)] },
  { name: "object empty", make: () => ({}) },
  { name: "object", make: () => ({ name: "ada", message: "hi", timestamp: 1767225600000 }) },
  { name: "object index keys", make: () => ({ b: 1, 2: "two", 1: "one", 4294967295: "big", "-1": "minus", "01": "text" }) },
  { name: "object nested", make: () => ({ a: { b: { c: [1, [2, [3]]] } } }) },
  { name: "object unicode keys", make: () => ({ é: 1, 日本: 2, "\u{1F600}": 3, "": 4 }) },
  { name: "object class instance", make: () => new Point(3, 4) },
  { name: "object null prototype", make: () => Object.assign(Object.create(null), { a: 1 }) },
  { name: "object symbol key", make: () => ({ [Symbol("hidden")]: 1, seen: 2 }) },
  { name: "object proto key", make: () => JSON.parse('{"__proto__": {"a": 1}}') },
  { name: "array empty", make: () => [] },
  { name: "array", make: () => [1, "two", null, undefined, true] },
  { name: "array doubles", make: () => [1.5, 2.5] },
  { name: "array holes", make: () => [1, , 3] },
  { name: "array properties", make: arrayWithProperties },
  { name: "array sparse", make: sparse },
  { name: "array length only", make: () => new Array(3) },
  { name: "map", make: () => new Map([["a", 1], [{ k: 1 }, new Map()]]) },
  { name: "set", make: () => new Set([1, "a", { b: 1 }]) },
  { name: "collections cyclic", make: cyclicCollections },
  { name: "shared", make: shared },
  { name: "cycle", make: cycle },
  { name: "buffer", make: () => new Uint8Array([0, 1, 254, 255]).buffer },
  { name: "buffer empty", make: () => new ArrayBuffer(0) },
  { name: "buffer resizable", make: () => new ArrayBuffer(4, { maxByteLength: 8 }) },
  { name: "view of resizable", make: () => new Uint8Array(new ArrayBuffer(4, { maxByteLength: 8 })) },
  { name: "views of one buffer", make: sharedBuffer },
  { name: "Int8Array", make: typed(Int8Array, -1, 1) },
  { name: "Uint8Array", make: typed(Uint8Array, 1, 255) },
  { name: "Uint8ClampedArray", make: typed(Uint8ClampedArray, 0, 300) },
  { name: "Int16Array", make: typed(Int16Array, -2, 2) },
  { name: "Uint16Array", make: typed(Uint16Array, 65535) },
  { name: "Int32Array", make: typed(Int32Array, -3) },
  { name: "Uint32Array", make: typed(Uint32Array, 4294967295) },
  { name: "Float32Array", make: typed(Float32Array, 1.5) },
  { name: "Float64Array", make: typed(Float64Array, 2.5) },
  { name: "BigInt64Array", make: typed(BigInt64Array, -5n) },
  { name: "BigUint64Array", make: typed(BigUint64Array, 5n) },
  { name: "DataView", make: () => new DataView(new Uint8Array([9, 8, 7]).buffer, 1, 2) },
  { name: "error", make: () => withStack(new Error("boom")) },
  { name: "error kinds", make: () => [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((Kind) => withStack(new Kind("m"))) },
  { name: "error cause", make: () => withStack(new Error("outer", { cause: withStack(new TypeError("inner")) })) },
  { name: "error cause undefined", make: () => withStack(new Error("outer", { cause: undefined })) },
  { name: "error without message", make: () => withStack(new Error()) },
  { name: "error renamed", make: () => Object.assign(withStack(new Error("m")), { name: "Custom", extra: 1 }) },
  { name: "error without stack", make: () => Object.defineProperty(new Error("m"), "stack", { value: undefined }) },
  { name: "error shared", make: () => { const e = withStack(new Error("m")); return [e, e]; } },
  { name: "error cyclic", make: () => { const e = withStack(new Error("m")); e.cause = [e]; Object.defineProperty(e, "cause", { enumerable: false }); return e; } },
];
