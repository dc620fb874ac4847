export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  let message;
  try {
    await rewrite('<select><title>x</title></select>', 'p', { element() {} });
  } catch (error) {
    message = error.message;
  }
  assert.equal(message?.startsWith('Parser error: The parser has encountered a text content tag (`<title>`) in the context where it is ambiguous'), true);
}
