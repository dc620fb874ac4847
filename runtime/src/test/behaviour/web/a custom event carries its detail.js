export default async function (assert) {
  let seen;
  const target = new EventTarget();
  target.addEventListener('x', (event) => {
    seen = event;
  });
  target.dispatchEvent(new CustomEvent('x', { detail: 7 }));
  assert.equal(seen.detail, 7);
  assert.equal(seen.target, target);
  assert.equal(seen.eventPhase, Event.NONE);
}
