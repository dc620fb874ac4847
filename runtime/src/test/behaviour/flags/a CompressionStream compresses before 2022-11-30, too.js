//! {"compatibility_date": "2022-11-29"}
export async function behaviour(assert, env, ctx) {
  const packed = new Blob(['hello']).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  assert.deepEqual([bytes[0], bytes[1]], [0x1f, 0x8b]);
}
export class Subject {}
