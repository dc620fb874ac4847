// Raises the JavaScript error that a Java function asked for, as a real instance of its class.
(function (name, message) {
  'use strict';
  if (name.startsWith('DOMException:')) {
    throw new DOMException(message, name.slice('DOMException:'.length));
  }
  const errors = { Error, TypeError, RangeError, SyntaxError };
  throw new (errors[name] ?? Error)(message);
})
