export default async function (assert) {
  const reasons = [];
  const make = () =>
    new ReadableStream({
      pull(controller) {
        controller.enqueue('chunk');
      },
      cancel() {
        reasons.push('cancelled');
      },
    });
  for await (const chunk of make()) if (chunk) break;
  assert.deepEqual(reasons, ['cancelled']);
  const kept = make();
  for await (const chunk of kept.values({ preventCancel: true })) if (chunk) break;
  assert.deepEqual(reasons, ['cancelled']);
  assert(!kept.locked);
}
