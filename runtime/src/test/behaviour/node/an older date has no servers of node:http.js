//! {"compatibility_date": "2025-08-20"}
import http from 'node:http';

export async function behaviour(assert) {
  assert.throws(() => http.createServer(), 'Error', 'The createServer method is not implemented');
  assert.throws(() => new http.Server(), 'Error', 'The Server method is not implemented');
}
