export default async function (assert) {
  const refused = (selector, message) =>
    assert.throws(() => new HTMLRewriter().on(selector, {}), 'TypeError', `Parser error: ${message}`);
  refused('', 'The selector is empty.');
  refused('p >', 'Dangling combinator in selector.');
  refused('p + q', 'Unsupported combinator `+` in selector.');
  refused('p ~ q', 'Unsupported combinator `~` in selector.');
  refused('p:hover', 'Unsupported pseudo-class or pseudo-element in selector.');
  refused(':last-child', 'Unsupported pseudo-class or pseudo-element in selector.');
  refused(':nth-child(x)', 'Unexpected token in selector.');
  refused('[', 'Unexpected end of selector.');
  refused('[=b]', 'Missing attribute name in attribute selector.');
  refused('[a!=b]', 'Unexpected token in the attribute selector.');
  refused('ns|p', 'Selectors with explicit namespaces are not supported.');
}
