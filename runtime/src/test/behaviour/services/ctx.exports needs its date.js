//! {"compatibility_date": "2025-10-01"}
import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  assert.equal(ctx.exports, undefined);
}
