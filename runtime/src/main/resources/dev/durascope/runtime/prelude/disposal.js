// DisposableStack, AsyncDisposableStack and SuppressedError, which the engine lacks: those of core-js,
// loaded when somebody asks for one. What `using` itself needs, esbuild puts into the bundle.
(function (host, load) {
  'use strict';
  const NAMES = ['AsyncDisposableStack', 'DisposableStack', 'SuppressedError'];

  // The library looks whether it is needed, and must not find the very globals that ask for it.
  const asking = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const name of NAMES) delete globalThis[name];
  const { SuppressedError, DisposableStack, AsyncDisposableStack } = load('vendor/disposal');
  for (const [name, property] of asking) Object.defineProperty(globalThis, name, property);

  // Its functions are called otherwise.
  const classes = { SuppressedError, DisposableStack, AsyncDisposableStack };
  for (const name of NAMES) Object.defineProperty(classes[name], 'name', { value: name, configurable: true });
  return classes;
})
