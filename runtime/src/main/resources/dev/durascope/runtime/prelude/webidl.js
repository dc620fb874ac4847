// What every class of the web platform owes to Web IDL: enumerable members, a string tag, strings
// without lone surrogates, and the platform's wording when an argument is of the wrong type.
(function () {
  'use strict';
  // What a lost connection is called, whatever the reason; whoever hears of it may try again.
  const LOST = 'Network connection lost.';


  // The prototypes of the classes that structured clone refuses, with its message where that is not the
  // usual one.
  const uncloneable = new Map();
  let tell = (prototype, message) => uncloneable.set(prototype, message);

  const errors = { Error, TypeError, RangeError, SyntaxError, EvalError, URIError, ReferenceError };

  return {
    /**
     * Tests by class whether a value is an instance, without loading the class's file: a file puts
     * its test here when it is evaluated, and before that there are no instances.
     */
    is: Object.create(null),

    /** Makes the iterator of a class the very method `name`, as a subclass can tell. */
    iterateBy({ prototype }, name) {
      const value = prototype[name];
      Object.defineProperty(prototype, Symbol.iterator, { configurable: true, writable: true, value });
    },

    /** Finishes a class: enumerable prototype members, `[object Name]`, and no clones. */
    expose(Class, name = Class.name) {
      const members = Object.getOwnPropertyDescriptors(Class.prototype);
      for (const key of Object.keys(members)) {
        if (key !== 'constructor') {
          Object.defineProperty(Class.prototype, key, { ...members[key], enumerable: true });
        }
      }
      Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
      if (!(Class.prototype instanceof Error)) tell(Class.prototype);
      return Class;
    },

    /** Says that structured clone refuses the instances of a class, if not in the usual words. */
    refuseClones(Class, message) {
      tell(Class.prototype, message);
    },

    /** From now on, and for what has been said already, `action(prototype, message)` is told. */
    tellUncloneable(action) {
      tell = action;
      for (const [prototype, message] of uncloneable) action(prototype, message);
    },

    /** A USVString. */
    usv(value) {
      return `${value}`.toWellFormed();
    },

    /** The error for a wrong argument of a method; `index` counts from 1. */
    wrongArgument(method, Class, index, type) {
      return new TypeError(
        `Failed to execute '${method}' on '${Class}': parameter ${index} is not of type '${type}'.`
      );
    },

    /** The error for a wrong argument of a constructor; `index` counts from 1. */
    wrongConstructorArgument(Class, index, type) {
      return new TypeError(
        `Failed to construct '${Class}': constructor parameter ${index} is not of type '${type}'.`
      );
    },

    /** The JavaScript error that Java describes by a class's name and a message. */
    errorFromHost(name, message) {
      if (name.startsWith('DOMException:')) {
        return new DOMException(message, name.slice('DOMException:'.length));
      }
      const error = new (errors[name] ?? Error)(message);
      return message === LOST ? Object.assign(error, { retryable: true }) : error;
    },

    /** The class's name under which Java can give an error back, see `errorFromHost`. */
    nameForHost(error) {
      if (typeof DOMException === 'function' && error instanceof DOMException) {
        return `DOMException:${error.name}`;
      }
      return error instanceof Error && error.name in errors ? error.name : 'Error';
    },
  };
})
