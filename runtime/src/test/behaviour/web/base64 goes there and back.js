export default async function (assert) {
  assert.equal(btoa('\x00\xffhi'), 'AP9oaQ==');
  assert.equal(atob(' AP9o aQ== '), '\x00\xffhi');
  assert.equal(atob('YQ'), 'a');
  assert.throws(() => btoa('€'), 'InvalidCharacterError');
  assert.throws(() => atob('a'), 'InvalidCharacterError');
  assert.throws(() => atob('a*=='), 'InvalidCharacterError');
}
