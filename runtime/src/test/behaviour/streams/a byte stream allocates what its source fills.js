export default async function (assert) {
  const reader = new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: 4,
    pull(controller) {
      controller.byobRequest.view[0] = 7;
      controller.byobRequest.respond(1);
    },
  }).getReader();
  assert.deepEqual([...(await reader.read()).value], [7]);
}
