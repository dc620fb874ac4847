// node:stream/consumers: reads a stream of Node.js or of the platform to its end.
(function (host, load) {
  'use strict';
  const { Buffer } = load('node/buffer');

  /** All chunks as bytes; text counts as UTF-8. */
  async function buffer(stream) {
    const chunks = [];
    for await (const chunk of stream) {
      if (typeof chunk === 'string' || ArrayBuffer.isView(chunk) === false) chunks.push(Buffer.from(chunk));
      else chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
    return Buffer.concat(chunks);
  }

  async function text(stream) {
    const decoder = new TextDecoder();
    let result = '';
    for await (const chunk of stream) {
      result += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    }
    return result + decoder.decode();
  }

  return {
    buffer,
    text,
    async arrayBuffer(stream) {
      const bytes = await buffer(stream);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    },
    blob: async (stream) => new Blob([await buffer(stream)]),
    json: async (stream) => JSON.parse(await text(stream)),
  };
})
