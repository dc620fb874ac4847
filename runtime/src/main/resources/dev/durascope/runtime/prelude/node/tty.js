// node:tty: there is no terminal.
(function (host, load) {
  'use strict';
  const { absentClass } = load('node/absent');
  return {
    isatty: () => false,
    ReadStream: absentClass('tty.ReadStream'),
    WriteStream: absentClass('tty.WriteStream'),
  };
})
