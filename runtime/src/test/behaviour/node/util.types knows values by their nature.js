import { types } from 'node:util';
import { isDate } from 'node:util/types';

export async function behaviour(assert) {
  assert.equal(isDate(new Date()), true);
  assert.equal(isDate(Object.create(Date.prototype)), false);
  assert.equal(types.isMap(new Map()), true);
  assert.equal(types.isMap({ [Symbol.toStringTag]: 'Map' }), false);
  assert.equal(types.isPromise(Promise.resolve()), true);
  assert.equal(types.isRegExp(/x/), true);
  assert.equal(types.isAsyncFunction(async () => {}), true);
  assert.equal(types.isAsyncFunction(() => {}), false);
  assert.equal(types.isGeneratorFunction(function* () {}), true);
  assert.equal(types.isUint8Array(Buffer.alloc(1)), true);
  assert.equal(types.isTypedArray(new DataView(new ArrayBuffer(1))), false);
  assert.equal(types.isNativeError(new TypeError()), true);
  assert.equal(types.isBoxedPrimitive(Object('s')), true);
  assert.equal(types.isArrayBuffer(new ArrayBuffer(1)), true);
  assert.equal(types.isAnyArrayBuffer(new ArrayBuffer(1)), true);
}
