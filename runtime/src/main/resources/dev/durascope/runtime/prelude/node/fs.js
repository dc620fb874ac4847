// node:fs: the files of an isolate, in memory, as workerd has them: /tmp to write to, /bundle and /dev.
// Nothing of the disk is there.
(function (host, load) {
  'use strict';
  const library = load('vendor/node-fs');
  const { Volume, fsCallbackApiList, fsSynchronousApiList, fsCommonObjectsList } = library;

  const volume = new Volume();
  for (const folder of ['/bundle', '/tmp', '/dev']) volume.mkdirSync(folder, { recursive: true });

  const fs = {};
  for (const name of [...fsCallbackApiList, ...fsSynchronousApiList]) {
    if (typeof volume[name] === 'function') fs[name] = volume[name].bind(volume);
  }
  for (const name of fsCommonObjectsList) if (library[name] !== undefined) fs[name] = library[name];
  for (const name of ['ReadStream', 'WriteStream']) if (volume[name]) fs[name] = volume[name];
  return Object.assign(fs, {
    constants: load('node/osconstants').files,
    promises: volume.promises,
    _toUnixTimestamp: library.toUnixTimestamp,
  });
})
