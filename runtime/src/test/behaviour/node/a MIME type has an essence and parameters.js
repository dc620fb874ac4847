import { MIMEType } from 'node:util';

export async function behaviour(assert) {
  const type = new MIMEType('Text/HTML; charset=UTF-8; q="a b"');
  assert.equal(type.essence, 'text/html');
  assert.equal(type.type, 'text');
  assert.equal(type.params.get('charset'), 'UTF-8');
  type.subtype = 'plain';
  type.params.set('x', '1');
  assert.equal(`${type}`, 'text/plain;charset=UTF-8;q="a b";x=1');
}
