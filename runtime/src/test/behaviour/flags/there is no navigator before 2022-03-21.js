//! {"compatibility_date": "2022-03-20"}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof globalThis.navigator, 'undefined');
  assert.equal('navigator' in globalThis, false);
}
export class Subject {}
