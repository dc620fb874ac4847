export class Subject {}

export async function behaviour(assert) {
  for (const headers of [{}, { Upgrade: 'websocket' }]) {
    const error = await fetch('http://127.0.0.1:9/', { headers }).then(
      () => null,
      (reason) => reason
    );
    assert.equal(error.name, 'Error');
    assert.equal(error.message, 'Network connection lost.');
    assert.equal(error.retryable, true);
  }
}
