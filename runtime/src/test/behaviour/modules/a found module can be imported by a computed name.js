//! {"find_additional_modules": true, "rules": [{"type": "ESModule", "globs": ["**/*.mjs"]}]}

export async function behaviour(assert, env, ctx) {
  const greetings = [];
  for (const lang of ['fr', 'de']) {
    const name = ['.', 'lang', lang + '.mjs'].join('/');
    greetings.push((await import(name)).greeting);
  }
  assert.deepEqual(greetings, ['bonjour', 'hallo']);
}
