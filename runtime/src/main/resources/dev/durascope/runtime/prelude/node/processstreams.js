// The streams of `process`: standard input is empty, and what is written to the other two goes to the
// console, a line at a time.
(function (host, load) {
  'use strict';
  const { Readable, Writable } = load('node/stream');

  // What code finds on a stream of Node.js, where it is a socket.
  const LIKE_A_SOCKET = { allowHalfOpen: false, bufferSize: 0, connecting: false, readyState: 'open' };

  /** A stream whose whole lines go to `print`; what is left goes when it ends. */
  function output(fd, print) {
    let begun = '';
    const decoder = new TextDecoder();
    return Object.assign(
      new Writable({
        decodeStrings: true,
        write(chunk, encoding, done) {
          const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
          begun = lines.pop();
          lines.forEach((line) => print(line));
          done();
        },
        final(done) {
          if (begun !== '') print(begun);
          begun = '';
          done();
        },
      }),
      LIKE_A_SOCKET,
      { fd, _type: 'fs', _isStdio: true, bytesRead: 0, bytesWritten: 0, pending: false }
    );
  }

  let stdin, stdout, stderr;

  return {
    get stdin() {
      stdin ??= Object.assign(Readable.from([]), LIKE_A_SOCKET, { fd: 0 });
      return stdin;
    },
    get stdout() {
      stdout ??= output(1, (line) => console.log(line));
      return stdout;
    },
    get stderr() {
      stderr ??= output(2, (line) => console.error(line));
      return stderr;
    },
  };
})
