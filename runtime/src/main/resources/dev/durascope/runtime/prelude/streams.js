// The streams standard, and what Workers add to it: a file of `streams/` a thing, each loaded when it is
// first asked for here. The classes are shells around what a stream is within (`streams/readablecore`,
// `streams/writablecore`), which the platform's own readers and writers use directly.
(function (host, load) {
  'use strict';
  // Which file brings which classes.
  const FILES = {
    bytecontroller: ['ReadableByteStreamController'],
    byobreader: ['ReadableStreamBYOBReader'],
    defaultcontroller: ['ReadableStreamDefaultController'],
    identity: ['IdentityTransformStream', 'FixedLengthStream'],
    pullinto: ['ReadableStreamBYOBRequest'],
    readable: ['ReadableStream'],
    reader: ['ReadableStreamDefaultReader'],
    strategies: ['ByteLengthQueuingStrategy', 'CountQueuingStrategy'],
    transform: ['TransformStreamDefaultController'],
    writable: ['WritableStream', 'WritableStreamDefaultWriter', 'WritableStreamDefaultController'],
  };

  const { readableOf } = load('streams/readable');

  const exports = {
    // Before the flag, every TransformStream passed bytes through, whatever it was given.
    get TransformStream() {
      return host.flags.isOn('transformstream_enable_standard_constructor')
        ? load('streams/transform').TransformStream
        : exports.IdentityTransformStream;
    },
    get toBytes() {
      return load('streams/bytes').toBytes;
    },
    /** Whether somebody has read from or cancelled the stream. */
    isDisturbed: (stream) => readableOf(stream).isDisturbed,
    /** How many bytes the stream will give, -1 if that is unknown. */
    expectedLength: (stream) => readableOf(stream).expectedLength,
    /** Notes how many bytes a stream gives; a negative number says that nobody knows. */
    expectLength(stream, length) {
      if (length >= 0) readableOf(stream).expectedLength = length;
      return stream;
    },
  };
  for (const [file, names] of Object.entries(FILES)) {
    for (const name of names) {
      Object.defineProperty(exports, name, { enumerable: true, get: () => load(`streams/${file}`)[name] });
    }
  }
  return exports;
})
