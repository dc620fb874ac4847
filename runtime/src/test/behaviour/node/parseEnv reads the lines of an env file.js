import { parseEnv } from 'node:util';

export async function behaviour(assert) {
  const parsed = parseEnv('# comment\nA=1\nexport B = two words \nC="quoted # text"\nD=\'single\'\n');
  assert.deepEqual(parsed, { A: '1', B: 'two words', C: 'quoted # text', D: 'single' });
}
