// Numbers in a Buffer: readInt16LE and its like, each a call of a DataView with the checks of Node.js.
(function (host, load) {
  'use strict';
  const { coded, invalidArgType, outOfRange } = load('node/errors');

  function view(buffer) {
    return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  function checkOffset(buffer, offset, size) {
    if (typeof offset !== 'number') throw invalidArgType('offset', 'number', offset);
    const last = buffer.length - size;
    if (Number.isInteger(offset) && offset >= 0 && offset <= last) return;
    if (!Number.isInteger(offset) && Number.isFinite(offset)) throw outOfRange('offset', 'an integer', offset);
    if (last < 0) {
      throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
    }
    throw outOfRange('offset', `>= 0 and <= ${last}`, offset);
  }

  function range(isSigned, bits, isBig) {
    const n = isBig ? 'n' : '';
    if (bits <= 24) {
      return isSigned
        ? `>= ${-(2 ** (bits - 1))}${n} and <= ${2 ** (bits - 1) - 1}${n}`
        : `>= 0${n} and <= ${2 ** bits - 1}${n}`;
    }
    return isSigned
      ? `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`
      : `>= 0${n} and < 2${n} ** ${bits}${n}`;
  }

  function checkValue(value, isSigned, bits) {
    const high = 2 ** (isSigned ? bits - 1 : bits);
    if (value >= high || value < (isSigned ? -high : 0)) {
      throw outOfRange('value', range(isSigned, bits, false), value);
    }
  }

  const methods = {};

  function define(name, size, read, write) {
    methods[`read${name}`] = function (offset = 0) {
      checkOffset(this, offset, size);
      return read(view(this), offset);
    };
    methods[`write${name}`] = function (value, offset = 0) {
      write(view(this), offset, value, () => checkOffset(this, offset, size));
      return offset + size;
    };
  }

  const ORDERS = [
    ['LE', true],
    ['BE', false],
  ];

  for (const isSigned of [true, false]) {
    for (const bits of [8, 16, 32]) {
      for (const [suffix, isLittle] of bits === 8 ? [['', true]] : ORDERS) {
        const type = `${isSigned ? 'Int' : 'Uint'}${bits}`;
        define(
          `${isSigned ? 'Int' : 'UInt'}${bits}${suffix}`,
          bits / 8,
          (data, offset) => data[`get${type}`](offset, isLittle),
          (data, offset, value, check) => {
            const number = +value;
            checkValue(number, isSigned, bits);
            check();
            data[`set${type}`](offset, number, isLittle);
          }
        );
      }
    }
    for (const [suffix, isLittle] of ORDERS) {
      const type = `Big${isSigned ? 'Int' : 'Uint'}64`;
      define(
        `Big${isSigned ? 'Int' : 'UInt'}64${suffix}`,
        8,
        (data, offset) => data[`get${type}`](offset, isLittle),
        (data, offset, value, check) => {
          if (typeof value !== 'bigint') throw invalidArgType('value', 'bigint', value);
          const high = 2n ** (isSigned ? 63n : 64n);
          if (value >= high || value < (isSigned ? -high : 0n)) {
            throw outOfRange('value', range(isSigned, 64, true), value);
          }
          check();
          data[`set${type}`](offset, value, isLittle);
        }
      );
    }
  }
  for (const [type, name] of [
    ['Float32', 'Float'],
    ['Float64', 'Double'],
  ]) {
    for (const [suffix, isLittle] of ORDERS) {
      define(
        `${name}${suffix}`,
        type === 'Float32' ? 4 : 8,
        (data, offset) => data[`get${type}`](offset, isLittle),
        (data, offset, value, check) => {
          check();
          data[`set${type}`](offset, value, isLittle);
        }
      );
    }
  }

  function checkLength(byteLength) {
    if (typeof byteLength !== 'number') throw invalidArgType('byteLength', 'number', byteLength);
    if (!Number.isInteger(byteLength)) throw outOfRange('byteLength', 'an integer', byteLength);
    if (byteLength < 1 || byteLength > 6) throw outOfRange('byteLength', '>= 1 and <= 6', byteLength);
  }

  // Integers of one to six bytes.
  for (const isSigned of [true, false]) {
    for (const [suffix, isLittle] of ORDERS) {
      const name = `${isSigned ? 'Int' : 'UInt'}${suffix}`;
      methods[`read${name}`] = function (offset, byteLength) {
        if (offset === undefined) throw invalidArgType('offset', 'number', offset);
        checkLength(byteLength);
        checkOffset(this, offset, byteLength);
        let number = 0;
        for (let i = 0; i < byteLength; i++) {
          number = number * 256 + this[offset + (isLittle ? byteLength - 1 - i : i)];
        }
        return isSigned && number >= 2 ** (8 * byteLength - 1) ? number - 2 ** (8 * byteLength) : number;
      };
      methods[`write${name}`] = function (value, offset, byteLength) {
        checkLength(byteLength);
        let number = +value;
        checkValue(number, isSigned, 8 * byteLength);
        if (offset === undefined) throw invalidArgType('offset', 'number', offset);
        checkOffset(this, offset, byteLength);
        number = Math.trunc(number);
        if (number < 0) number += 2 ** (8 * byteLength);
        for (let i = 0; i < byteLength; i++) {
          this[offset + (isLittle ? i : byteLength - 1 - i)] = number % 256;
          number = Math.floor(number / 256);
        }
        return offset + byteLength;
      };
    }
  }

  // The other spelling: readUint8 for readUInt8.
  for (const name of Object.keys(methods)) {
    if (name.includes('UInt')) methods[name.replace('UInt', 'Uint')] = methods[name];
  }
  return methods;
})
