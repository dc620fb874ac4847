export default async function (assert) {
  for (const Base of [URLSearchParams, Headers, FormData]) {
    class Upper extends Base {
      *keys() {
        for (const name of super.keys()) yield name.toUpperCase();
      }
      *entries() {
        for (const name of this.keys()) yield [name, this.get(name.toLowerCase())];
      }
      [Symbol.iterator]() {
        return this.entries();
      }
    }
    const list = new Upper();
    list.append('a', '1');
    assert.deepEqual([...list], [['A', '1']]);
    assert.deepEqual([...list.values()], ['1']);
    const seen = [];
    list.forEach((value, name) => seen.push([name, value]));
    assert.deepEqual(seen, [['a', '1']]);
  }
}
