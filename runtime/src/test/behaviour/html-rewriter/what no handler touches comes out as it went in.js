export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = '<!doctype HTML><DIV  Class=a   id=\'x\' data-q="1>2" checked/>t &amp; <b >x</B ><br/><!- c -></ p></><p a = 1';
  assert.equal(await rewrite(html, 'nothing', { element() {} }), html);
  assert.equal(await rewrite(html, '*', { element() {}, comments() {}, text() {} }), html);
}
