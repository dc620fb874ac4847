export default async function (assert) {
  const controller = new AbortController();
  const source = new ReadableStream({
    pull() {
      return new Promise(() => {});
    },
  });
  const piping = source.pipeTo(new WritableStream(), { signal: controller.signal });
  controller.abort();
  await assert.rejects(piping, 'AbortError');
}
