//! {"jsx_factory": "h"}
import { made } from './component.tsx';

export async function behaviour(assert, env, ctx) {
  assert.equal(made.tag, 'p');
  assert.deepEqual(made.children, ['text']);
}
