export default async function (assert) {
  const rewrite = (html, handlers) =>
    new HTMLRewriter().onDocument(handlers).transform(new Response(html)).text();
  const html = await rewrite('<p>x', {
    end(end) {
      end.append('<END>', { html: true }).append('<x>');
    },
  });
  assert.equal(html, '<p>x<END>&lt;x&gt;');
}
