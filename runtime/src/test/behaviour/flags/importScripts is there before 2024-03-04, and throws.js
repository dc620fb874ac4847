//! {"compatibility_date": "2024-03-03"}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof importScripts, 'function');
  let thrown;
  try {
    importScripts('x.js');
  } catch (error) {
    thrown = error;
  }
  assert.equal(thrown.name, 'Error');
}
export class Subject {}
