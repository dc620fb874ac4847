import { inspect, format } from 'node:util';

export async function behaviour(assert) {
  assert.equal(inspect({ a: 1, b: [1, 2, { c: new Map([['k', new Set([1])]]) }] }, { depth: 5 }), "{\n  a: 1,\n  b: [\n    1,\n    2,\n    { c: Map(1) { 'k' => Set(1) { 1 } } }\n  ]\n}");
  assert.equal(inspect('it\'s'), '"it\'s"');
  assert.equal(inspect([, 1, undefined, null, -0, 5n, Symbol('s')]), '[ <1 empty item>, 1, undefined, null, -0, 5n, Symbol(s) ]');
  assert.equal(inspect({ deep: { deep: { deep: { deep: 1 } } } }), '{ deep: { deep: { deep: [Object] } } }');
  class Point {
    x = 1;
    [inspect.custom]() {
      return 'Point(1)';
    }
  }
  assert.equal(inspect({ p: new Point() }), '{ p: Point(1) }');
  assert.equal(inspect(Buffer.from('abc')), '<Buffer 61 62 63>');
  const circle = {};
  circle.self = circle;
  assert.equal(inspect(circle), '<ref *1> { self: [Circular *1] }');
  assert.equal(format('%s %d %i %f %j %o %O %%', 'a', 1.5, 1.5, '2.5', { x: 1 }, [1], { y: 2 }), "a 1.5 1 2.5 {\"x\":1} [ 1, [length]: 1 ] { y: 2 } %");
}
