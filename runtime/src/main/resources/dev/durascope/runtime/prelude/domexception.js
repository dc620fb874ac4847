// DOMException: the web platform's errors, told apart by name.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');

  // The codes of the names that are older than Error subclassing; index 0 is no code.
  const CODES = [
    null,
    'IndexSizeError',
    'DOMStringSizeError',
    'HierarchyRequestError',
    'WrongDocumentError',
    'InvalidCharacterError',
    'NoDataAllowedError',
    'NoModificationAllowedError',
    'NotFoundError',
    'NotSupportedError',
    'InUseAttributeError',
    'InvalidStateError',
    'SyntaxError',
    'InvalidModificationError',
    'NamespaceError',
    'InvalidAccessError',
    'ValidationError',
    'TypeMismatchError',
    'SecurityError',
    'NetworkError',
    'AbortError',
    'URLMismatchError',
    'QuotaExceededError',
    'TimeoutError',
    'InvalidNodeTypeError',
    'DataCloneError',
  ];

  class DOMException extends Error {
    #name;

    constructor(message = '', nameOrOptions = 'Error') {
      super(`${message}`);
      if (typeof nameOrOptions === 'object' && nameOrOptions !== null) {
        this.#name = `${nameOrOptions.name ?? 'Error'}`;
        if ('cause' in nameOrOptions) {
          Object.defineProperty(this, 'cause', {
            value: nameOrOptions.cause,
            configurable: true,
            writable: true,
          });
        }
      } else {
        this.#name = `${nameOrOptions}`;
      }
    }

    get name() {
      return this.#name;
    }

    get code() {
      return Math.max(0, CODES.indexOf(this.#name));
    }
  }
  expose(DOMException);

  CODES.forEach((name, code) => {
    if (name) {
      const constant =
        name === 'DOMStringSizeError'
          ? 'DOMSTRING_SIZE_ERR'
          : `${name.slice(0, -'Error'.length).replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}_ERR`;
      const descriptor = { value: code, enumerable: true };
      Object.defineProperty(DOMException, constant, descriptor);
      Object.defineProperty(DOMException.prototype, constant, descriptor);
    }
  });

  return { DOMException };
})
