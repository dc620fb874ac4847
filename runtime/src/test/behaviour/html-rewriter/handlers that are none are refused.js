export default async function (assert) {
  const TYPE = "Failed to execute 'on' on 'HTMLRewriter': parameter 2 is not of type 'ElementContentHandlers'.";
  assert.throws(() => new HTMLRewriter().on('p', 3), 'TypeError', TYPE);
  assert.throws(() => new HTMLRewriter().on('p'), 'TypeError', TYPE);
  assert.throws(
    () => new HTMLRewriter().on('p', { element: 3 }),
    'TypeError',
    "Incorrect type for the 'element' field on 'ElementContentHandlers': the provided value is not of type 'function'."
  );
  assert.throws(
    () => new HTMLRewriter().transform('x'),
    'TypeError',
    "Failed to execute 'transform' on 'HTMLRewriter': parameter 1 is not of type 'Response'."
  );
  assert.throws(() => new HTMLRewriter().transform(Response.error()), 'TypeError', 'HTMLRewriter cannot transform an error response');
}
