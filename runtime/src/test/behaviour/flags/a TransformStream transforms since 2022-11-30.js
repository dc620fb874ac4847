//! {"compatibility_date": "2022-11-30"}
export async function behaviour(assert, env, ctx) {
  const { readable, writable } = new TransformStream({
    transform: (chunk, controller) => controller.enqueue(chunk + 1),
  });
  const writer = writable.getWriter();
  writer.write(41);
  assert.equal((await readable.getReader().read()).value, 42);
}
export class Subject {}
