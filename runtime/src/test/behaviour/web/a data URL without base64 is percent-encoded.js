export default async function (assert) {
  const response = await fetch('data:text/html,%3Cb%3Ehi%3C/b%3E');
  assert.equal(response.headers.get('content-type'), 'text/html');
  assert.equal(await response.text(), '<b>hi</b>');
}
