//! {"compatibility_date": "2024-03-04"}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof globalThis.importScripts, 'undefined');
}
export class Subject {}
