export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  await rewrite('<script>if (a<b) "<p>"</script><style><p></style><textarea><p></textarea><title><p></title><script><!--<script></script><p>--></script><p n=1>', 'p', {
    element(element) {
      seen.push(element.getAttribute('n'));
    },
  });
  assert.deepEqual(seen, ['1']);
}
