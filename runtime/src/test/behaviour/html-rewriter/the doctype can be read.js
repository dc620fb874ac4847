export default async function (assert) {
  const rewrite = (html, handlers) =>
    new HTMLRewriter().onDocument(handlers).transform(new Response(html)).text();
  const seen = [];
  const doctype = ({ name, publicId, systemId }) => {
    seen.push([name, publicId, systemId]);
  };
  await rewrite('<!DOCTYPE html PUBLIC "-//W3C//DTD" \'sys\'>', { doctype });
  await rewrite('<!doctype HTML>', { doctype });
  await rewrite('<!DOCTYPE html SYSTEM "about:legacy-compat">', { doctype });
  await rewrite('<!doctype>', { doctype });
  assert.deepEqual(seen, [
    ['html', '-//W3C//DTD', 'sys'],
    ['html', null, null],
    ['html', null, 'about:legacy-compat'],
    [null, null, null],
  ]);
}
