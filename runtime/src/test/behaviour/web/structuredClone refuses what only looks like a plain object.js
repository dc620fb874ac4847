export default async function (assert) {
  const refuses = (value, message) => assert.throws(() => structuredClone(value), 'DataCloneError', message);
  (function () {
    refuses(arguments, '#<Object> could not be cloned.');
  })(1, 2);
  refuses(Object(Symbol('x')), '[object Symbol] could not be cloned.');
  refuses(new Map().entries(), '[object Map Iterator] could not be cloned.');
  refuses(new Intl.NumberFormat('en'), '#<NumberFormat> could not be cloned.');
  refuses(globalThis, '#<ServiceWorkerGlobalScope> could not be cloned.');
  refuses(
    new TextEncoder(),
    'Could not serialize object of type "TextEncoder". This type does not support serialization.'
  );
}
