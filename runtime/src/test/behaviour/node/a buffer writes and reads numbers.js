import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const buffer = Buffer.alloc(8);
  assert.equal(buffer.writeUInt16BE(0x1234, 0), 2);
  assert.equal(buffer.readUInt16LE(0), 0x3412);
  buffer.writeInt32LE(-2, 4);
  assert.equal(buffer.readInt32LE(4), -2);
  assert.equal(buffer.readUint32LE(4), 0xfffffffe);
  buffer.writeDoubleBE(1.5);
  assert.equal(buffer.readDoubleBE(), 1.5);
  buffer.writeBigUInt64LE(2n ** 63n);
  assert.equal(buffer.readBigInt64LE(), -(2n ** 63n));
  buffer.writeIntBE(-123456, 1, 6);
  assert.equal(buffer.readIntBE(1, 6), -123456);
  assert.throws(
    () => buffer.readUInt8(8),
    'RangeError',
    'The value of "offset" is out of range. It must be >= 0 and <= 7. Received 8'
  );
  assert.throws(
    () => buffer.writeUInt8(256),
    'RangeError',
    'The value of "value" is out of range. It must be >= 0 and <= 255. Received 256'
  );
}
