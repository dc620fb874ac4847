
export async function behaviour(assert, env, ctx) {
  const { greeting } = await import('./lang/fr.mjs');
  assert.equal(greeting, 'bonjour');
  assert.equal((await import('./note.txt')).default, 'some text\n');
}
