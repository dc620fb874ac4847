export default async function (assert) {
  assert.equal(typeof BroadcastChannel, 'undefined');
  assert.equal(typeof XMLHttpRequest, 'undefined');
  assert.equal(typeof Worker, 'undefined');
  assert.equal(typeof importScripts, 'undefined');
}
