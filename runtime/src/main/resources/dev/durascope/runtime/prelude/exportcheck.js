// What the main module may export: functions and objects, and under the name of a Durable Object's
// class, a class. workerd refuses the first of others; classes it only warns of, and fails when an
// object is called.
(function (host, load) {
  'use strict';
  const { WorkerEntrypoint, WorkflowEntrypoint } = load('workers');

  const isObject = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);

  function isConstructor(value) {
    try {
      Reflect.construct(Object, [], value);
      return true;
    } catch {
      return false;
    }
  }

  /** Why objects cannot be made of a value; null if they can. */
  function classProblem(value) {
    if (typeof value !== 'function') {
      const of = Object.getPrototypeOf(value)?.constructor?.name;
      return of === undefined || of === 'Object'
        ? 'It is an object.'
        : `It is an instance of ${of}: export the class itself.`;
    }
    if (!isConstructor(value)) return 'It is a function that constructs nothing.';
    for (const base of [WorkerEntrypoint, WorkflowEntrypoint]) {
      if (value.prototype instanceof base) return `It extends ${base.name}.`;
    }
    return null;
  }

  return {
    /** Tells `found(name, message)` of the first fault of a module whose `classes` are made objects of. */
    check(module, classes, found) {
      for (const name of Object.keys(module)) {
        const value = module[name];
        if (!isObject(value)) {
          found(
            name,
            value === null || value === undefined
              ? 'Cannot initialize ExportedHandler with required members from an undefined or null value.'
              : `Incorrect type for map entry '${name}': the provided value is not of type 'function or ExportedHandler'.`
          );
          return;
        }
      }
      for (let i = 0; i < classes.length; i++) {
        const name = classes[i];
        const problem = name in module ? classProblem(module[name]) : null;
        if (problem !== null) {
          found(
            name,
            `A DurableObjectNamespace in the config referenced the class "${name}", but no such Durable Object class ` +
              'is exported from the worker. Please make sure the class name matches, it is exported, and the class ' +
              `extends 'DurableObject'. ${problem}`
          );
          return;
        }
      }
    },
  };
})
