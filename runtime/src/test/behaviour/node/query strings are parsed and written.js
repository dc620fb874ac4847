import querystring from 'node:querystring';

export async function behaviour(assert) {
  assert.equal(JSON.stringify(querystring.parse('a=1&b=2&a=3&c=%20x+y&d')), '{"a":["1","3"],"b":"2","c":" x y","d":""}');
  assert.equal(querystring.stringify({ a: [1, 2], b: 'x y', c: true, d: null }), 'a=1&a=2&b=x%20y&c=true&d=');
  assert.equal(querystring.stringify({ a: 1, b: 2 }, ';', ':'), 'a:1;b:2');
  assert.equal(JSON.stringify(querystring.parse('a:1;b:2', ';', ':')), '{"a":"1","b":"2"}');
  assert.equal(querystring.unescape('%zz%41'), '%zzA');
  assert.equal(querystring.escape("a&b'c"), "a%26b'c");
}
