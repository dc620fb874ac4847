export default async function (assert) {
  const HTML = '<div n=1 class="a  b"><p n=2 id=x><b n=3></b></p><p n=4 data-k="v-w foo"><i n=5></i></p><Span n=6 class=A></Span></div><p n=7></p>';
  async function matches(selector, expected) {
    const seen = [];
    const handlers = { element: (element) => { seen.push(element.getAttribute('n')); } };
    await new HTMLRewriter().on(selector, handlers).transform(new Response(HTML)).text();
    assert.deepEqual([selector, ...seen], [selector, ...expected.split('')]);
  }
  await matches('p:nth-child(2)', '47');
  await matches('p:nth-child(odd)', '2');
  await matches('p:first-child', '2');
  await matches(':nth-child(2n)', '47');
  await matches(':nth-child(-n+2)', '123457');
  await matches('p:nth-of-type(2)', '4');
  await matches(':first-of-type', '123567');
}
