import { Colour, Point, shape } from './typed';

export async function behaviour(assert, env, ctx) {
  assert.equal(Colour[1], 'Green');
  assert.equal(new Point(3).x, 3);
  assert.equal(shape.kind, 'square');
}
