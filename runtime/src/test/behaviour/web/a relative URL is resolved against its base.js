export default async function (assert) {
  const base = 'http://a/b/c/d?q#f';
  const cases = {
    'g': 'http://a/b/c/g', './g': 'http://a/b/c/g', 'g/': 'http://a/b/c/g/', '/g': 'http://a/g',
    '//g': 'http://g/', '?y': 'http://a/b/c/d?y', '#s': 'http://a/b/c/d?q#s', '': 'http://a/b/c/d?q',
    '..': 'http://a/b/', '../../../g': 'http://a/g', 'g;x=1/../y': 'http://a/b/c/y', 'mailto:x': 'mailto:x',
    'http:g': 'http://a/b/c/g', '\\\\h\\p': 'http://h/p',
  };
  for (const [input, expected] of Object.entries(cases)) assert.equal(new URL(input, base).href, expected);
}
