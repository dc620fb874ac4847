//! {"compatibility_flags": ["disallow_importable_env"]}
export async function behaviour(assert, env, ctx) {
  const { env: imported } = await import('cloudflare:workers');
  assert.equal(imported.GREETING, undefined);
  assert.equal(env.GREETING, 'hello');
}
export class Subject {}
