let seen = 0;
const listener = () => seen++;
addEventListener('fetch', listener);
removeEventListener('fetch', listener);

globalThis.behaviour = async (assert) => {
  assert.equal(seen, 0);
};
