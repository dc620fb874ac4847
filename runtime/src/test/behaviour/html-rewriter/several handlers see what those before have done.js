export default async function (assert) {
  const rewriter = new HTMLRewriter()
    .on('p', { element: (element) => { element.before('1').setAttribute('class', 'b'); } })
    .on('.a', { element: (element) => { element.before('2').append(element.getAttribute('class')); } });
  assert.equal(await rewriter.transform(new Response('<p class=a>x</p>')).text(), '12<p class="b">xb</p>');
}
