//! {"compatibility_date": "2026-01-01", "compatibility_flags": ["nodejs_als"]}
import { AsyncLocalStorage } from 'node:async_hooks';

export async function behaviour(assert) {
  assert.equal(new AsyncLocalStorage().run(1, () => 1), 1);
  assert.equal(typeof globalThis.Buffer, 'undefined');
  assert.equal(typeof globalThis.process, 'undefined');
}
