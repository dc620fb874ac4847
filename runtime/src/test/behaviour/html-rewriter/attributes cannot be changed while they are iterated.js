export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  await assert.rejects(
    rewrite('<p a=1 b=2>x</p>', 'p', {
      element(element) {
        for (const [name] of element.attributes) element.removeAttribute(name);
      },
    }),
    'Error',
    'The attributes of this element have been modified during iteration. You must create a new iterator after modifying attributes.'
  );
}
