import net from 'node:net';

export async function behaviour(assert) {
  assert.equal(net.isIP('127.0.0.1'), 4);
  assert.equal(net.isIP('::1'), 6);
  assert.equal(net.isIP('1.2.3'), 0);
  assert.equal(net.isIPv4('256.1.1.1'), false);
  assert.equal(net.isIPv6('2001:db8::ff00:42:8329'), true);
  assert.equal(net.isIPv6('::ffff:1.2.3.4'), true);
  assert.equal(net.isIPv6('1::2::3'), false);
}
