import { styleText, stripVTControlCharacters } from 'node:util';

export async function behaviour(assert) {
  const red = styleText('red', 'alarm', { validateStream: false });
  assert.equal(red, '\u001b[31malarm\u001b[39m');
  assert.equal(stripVTControlCharacters(red), 'alarm');
  assert.equal(styleText(['bold', 'blue'], 'x', { validateStream: false }), '\u001b[1m\u001b[34mx\u001b[39m\u001b[22m');
}
