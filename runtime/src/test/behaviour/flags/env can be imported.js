export async function behaviour(assert, env, ctx) {
  const { env: imported } = await import('cloudflare:workers');
  assert.equal(imported.GREETING, 'hello');
}
export class Subject {}
