export default async function (assert) {
  const cf = { colo: 'AMS' };
  const request = new Request('http://example.com/', { cf });
  cf.colo = 'LHR';
  assert.deepEqual(request.cf, { colo: 'AMS' });
  assert.deepEqual(new Request(request).cf, { colo: 'AMS' });
  assert.equal(new Request('http://example.com/').cf, undefined);
}
