// DOMException: the web platform's errors, told apart by name.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');

  // The names that are older than Error subclassing, with the constant of each; the place is the code.
  const CODES = [
    null,
    ['IndexSizeError', 'INDEX_SIZE_ERR'],
    ['DOMStringSizeError', 'DOMSTRING_SIZE_ERR'],
    ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR'],
    ['WrongDocumentError', 'WRONG_DOCUMENT_ERR'],
    ['InvalidCharacterError', 'INVALID_CHARACTER_ERR'],
    ['NoDataAllowedError', 'NO_DATA_ALLOWED_ERR'],
    ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR'],
    ['NotFoundError', 'NOT_FOUND_ERR'],
    ['NotSupportedError', 'NOT_SUPPORTED_ERR'],
    ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR'],
    ['InvalidStateError', 'INVALID_STATE_ERR'],
    ['SyntaxError', 'SYNTAX_ERR'],
    ['InvalidModificationError', 'INVALID_MODIFICATION_ERR'],
    ['NamespaceError', 'NAMESPACE_ERR'],
    ['InvalidAccessError', 'INVALID_ACCESS_ERR'],
    ['ValidationError', 'VALIDATION_ERR'],
    ['TypeMismatchError', 'TYPE_MISMATCH_ERR'],
    ['SecurityError', 'SECURITY_ERR'],
    ['NetworkError', 'NETWORK_ERR'],
    ['AbortError', 'ABORT_ERR'],
    ['URLMismatchError', 'URL_MISMATCH_ERR'],
    ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR'],
    ['TimeoutError', 'TIMEOUT_ERR'],
    ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR'],
    ['DataCloneError', 'DATA_CLONE_ERR'],
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
      return Math.max(0, CODES.findIndex((entry) => entry?.[0] === this.#name));
    }
  }
  expose(DOMException);

  const constants = {};
  for (let code = 1; code < CODES.length; code++) {
    constants[CODES[code][1]] = { value: code, enumerable: true };
  }
  Object.defineProperties(DOMException, constants);
  Object.defineProperties(DOMException.prototype, constants);

  return { DOMException };
})
