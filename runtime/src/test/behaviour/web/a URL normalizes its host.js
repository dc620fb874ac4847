export default async function (assert) {
  const host = (text) => new URL(`http://${text}/`).host;
  assert.equal(host('0x7f.1'), '127.0.0.1');
  assert.equal(host('2130706433'), '127.0.0.1');
  assert.equal(host('[2001:DB8:0:0:1::1]'), '[2001:db8::1:0:0:1]');
  assert.equal(host('[::ffff:1.2.3.4]'), '[::ffff:102:304]');
  assert.equal(host('EXAMPLE.com:80'), 'example.com');
  assert.equal(host('ex%41mple.com'), 'example.com');
  assert.equal(host('müller.example'), 'xn--mller-kva.example');
  assert.equal(host('faß.de'), 'xn--fa-hia.de');
  assert.equal(host('日本語。jp'), 'xn--wgv71a119e.jp');
}
