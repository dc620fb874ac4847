// TextDecoder for all labels, and the streams around TextEncoder and TextDecoder. UTF-8 and UTF-16
// are the engine's; the older encodings are Java's.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const Native = load('boot').natives.TextDecoder;

  const OWN = new Set(['utf-8', 'utf-16le', 'utf-16be']);

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #native = null;
    #java = null;

    constructor(label = 'utf-8', options = {}) {
      const encoding = host.encoding.name(`${label}`);
      if (encoding === null) throw new RangeError(`"${label}" is not a valid encoding.`);
      this.#encoding = encoding;
      this.#fatal = Boolean(options?.fatal);
      this.#ignoreBOM = Boolean(options?.ignoreBOM);
      if (OWN.has(encoding)) {
        this.#native = new Native(encoding, { fatal: this.#fatal, ignoreBOM: this.#ignoreBOM });
      } else {
        this.#java = host.encoding.decoder(encoding, this.#fatal);
      }
    }

    get encoding() {
      return this.#encoding;
    }
    get fatal() {
      return this.#fatal;
    }
    get ignoreBOM() {
      return this.#ignoreBOM;
    }

    decode(input = new Uint8Array(), options = {}) {
      if (this.#native !== null) return this.#native.decode(input, options);
      const view = ArrayBuffer.isView(input) ? input : new Uint8Array(input);
      return host.encoding.decode(
        this.#java,
        view.buffer,
        view.byteOffset,
        view.byteLength,
        Boolean(options?.stream)
      );
    }
  }
  expose(TextDecoder);

  /** A transform stream as the `readable` and `writable` of a class. */
  class Pipe {
    #stream;
    constructor(transformer) {
      this.#stream = new (load('streams/transform').TransformStream)(transformer);
    }
    get readable() {
      return this.#stream.readable;
    }
    get writable() {
      return this.#stream.writable;
    }
  }

  class TextEncoderStream extends Pipe {
    constructor() {
      let high = ''; // a surrogate whose other half may come with the next chunk
      super({
        transform(chunk, controller) {
          let text = high + `${chunk}`;
          high = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : '';
          if (high !== '') text = text.slice(0, -1);
          if (text !== '') controller.enqueue(new TextEncoder().encode(text));
        },
        flush(controller) {
          if (high !== '') controller.enqueue(new Uint8Array([0xef, 0xbf, 0xbd]));
        },
      });
    }
    get encoding() {
      return 'utf-8';
    }
  }
  expose(TextEncoderStream);

  class TextDecoderStream extends Pipe {
    #decoder;
    constructor(label = 'utf-8', options = {}) {
      const decoder = new TextDecoder(label, options);
      super({
        transform(chunk, controller) {
          const text = decoder.decode(chunk, { stream: true });
          if (text !== '') controller.enqueue(text);
        },
        flush(controller) {
          const text = decoder.decode();
          if (text !== '') controller.enqueue(text);
        },
      });
      this.#decoder = decoder;
    }
    get encoding() {
      return this.#decoder.encoding;
    }
    get fatal() {
      return this.#decoder.fatal;
    }
    get ignoreBOM() {
      return this.#decoder.ignoreBOM;
    }
  }
  expose(TextDecoderStream);

  return { TextDecoder, TextEncoderStream, TextDecoderStream };
})
