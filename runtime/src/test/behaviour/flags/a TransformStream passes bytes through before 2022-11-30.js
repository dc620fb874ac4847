//! {"compatibility_date": "2022-11-29"}
export async function behaviour(assert, env, ctx) {
  const { readable, writable } = new TransformStream({
    transform: (chunk, controller) => controller.enqueue(new Uint8Array(7)),
  });
  const writer = writable.getWriter();
  const written = writer.write(new Uint8Array([1, 2]));
  assert.deepEqual((await readable.getReader().read()).value, new Uint8Array([1, 2]));
  await written;
}
export class Subject {}
