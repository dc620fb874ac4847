export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const refused = (action, message) =>
    assert.rejects(rewrite('<a>', 'a', { element: action }), 'TypeError', `Parser error: ${message}`);
  await refused((e) => { e.tagName = ''; }, "Tag name can't be empty.");
  await refused((e) => { e.tagName = '1a'; }, 'The first character of the tag name should be an ASCII alphabetical character.');
  await refused((e) => { e.tagName = 'a b'; }, '` ` character is forbidden in the tag name');
  await refused((e) => { e.setAttribute('', 'x'); }, "Attribute name can't be empty.");
  await refused((e) => { e.setAttribute('a=b', 'x'); }, '`=` character is forbidden in the attribute name');
}
