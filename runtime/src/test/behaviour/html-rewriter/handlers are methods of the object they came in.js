export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  class Links {
    #found = [];
    element(element) {
      this.#found.push(element.getAttribute('href'));
    }
    get found() {
      return this.#found;
    }
  }
  const links = new Links();
  await rewrite('<a href=1><b><a href=2>', 'a[href]', links);
  assert.deepEqual(links.found, ['1', '2']);
}
