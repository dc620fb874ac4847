export default async function (assert) {
  const HTML = '<div n=1 class="a  b"><p n=2 id=x><b n=3></b></p><p n=4 data-k="v-w foo"><i n=5></i></p><Span n=6 class=A></Span></div><p n=7></p>';
  async function matches(selector, expected) {
    const seen = [];
    const handlers = { element: (element) => { seen.push(element.getAttribute('n')); } };
    await new HTMLRewriter().on(selector, handlers).transform(new Response(HTML)).text();
    assert.deepEqual([selector, ...seen], [selector, ...expected.split('')]);
  }
  await matches('div p', '24');
  await matches('div > p', '24');
  await matches('div>b', '');
  await matches('div b', '3');
  await matches('div *', '23456');
  await matches('div > p > b', '3');
  await matches('p p', '');
}
