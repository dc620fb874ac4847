export default async function (assert) {
  const HTML = '<div n=1 class="a  b"><p n=2 id=x><b n=3></b></p><p n=4 data-k="v-w foo"><i n=5></i></p><Span n=6 class=A></Span></div><p n=7></p>';
  async function matches(selector, expected) {
    const seen = [];
    const handlers = { element: (element) => { seen.push(element.getAttribute('n')); } };
    await new HTMLRewriter().on(selector, handlers).transform(new Response(HTML)).text();
    assert.deepEqual([selector, ...seen], [selector, ...expected.split('')]);
  }
  await matches('[data-k]', '4');
  await matches('[DATA-K]', '4');
  await matches('[data-k=v-w]', '');
  await matches('[data-k|=v]', '4');
  await matches('[data-k~=foo]', '4');
  await matches('[data-k^=v]', '4');
  await matches('[data-k$=foo]', '4');
  await matches('[data-k*="-w"]', '4');
  await matches('[data-k*=""]', '');
  await matches('[n="1"]', '1');
  await matches('[class="a" i]', '6');
  await matches('[class~=b]', '1');
  const seen = [];
  const handlers = { element: (element) => { seen.push(element.tagName); } };
  await new HTMLRewriter().on('[type=text]', handlers).transform(new Response('<input type=TEXT><input type="x">')).text();
  assert.deepEqual(seen, ['input']);
}
