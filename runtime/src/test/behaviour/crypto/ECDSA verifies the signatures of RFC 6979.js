const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  // Section A.2.5 and A.2.7: the message "sample".
  const { subtle } = crypto;
  const cases = [
    ['P-256', 'SHA-256', '60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6', '7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299', 'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716', 'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8'],
    ['P-384', 'SHA-384', 'ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13', '8015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720', '94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe46', '99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8'],
  ];
  for (const [namedCurve, hash, x, y, r, s] of cases) {
    const key = await subtle.importKey('raw', hex('04' + x + y), { name: 'ECDSA', namedCurve }, true, ['verify']);
    assert.equal(await subtle.verify({ name: 'ECDSA', hash }, key, hex(r + s), text('sample')), true);
    assert.equal(await subtle.verify({ name: 'ECDSA', hash }, key, hex(s + r), text('sample')), false);
    assert.equal(await subtle.verify({ name: 'ECDSA', hash }, key, hex(r), text('sample')), false);
    const odd = (Number.parseInt(y.at(-1), 16) & 1) + 2;
    const compressed = await subtle.importKey('raw', hex(`0${odd}` + x), { name: 'ECDSA', namedCurve }, true, ['verify']);
    assert.equal(toHex(await subtle.exportKey('raw', compressed)), '04' + x + y);
  }
}
