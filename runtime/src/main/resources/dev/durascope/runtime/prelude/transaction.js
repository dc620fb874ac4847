// storage.transaction(): a savepoint that may last for many turns, in a critical section, so that
// nothing else comes between. What is written through `storage` meanwhile is part of it as well.
(function (host, load) {
  'use strict';
  const { begin, release, rollback } = host.storage;
  const residents = load('residents');
  const { addOperations, illegalInvocation } = load('storageoperations');
  const { expose } = load('webidl');

  const SECRET = Symbol('made by the platform');

  class DurableObjectTransaction {
    #state = 'open';
    #savepoint;
    #owner = residents.current;
    #outer = residents.current.transaction; // they nest

    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#savepoint = begin();
      this.#owner.transaction = this;
    }

    static #isOwn(value) {
      return typeof value === 'object' && value !== null && #state in value;
    }

    static #check(txn, operation) {
      residents.check(txn.#owner);
      if (txn.#state === 'rolled back') {
        throw new Error(`Cannot ${operation} on rolled back transaction`);
      }
      if (txn.#state === 'committed') {
        throw new Error(
          `Cannot call ${operation} on transaction that has already committed: did you move \`txn\` outside of the closure?`
        );
      }
    }

    static {
      addOperations(this, this.#isOwn, this.#check);
    }

    #end(state) {
      this.#state = state;
      this.#owner.transaction = this.#outer;
    }

    deleteAll() {
      throw new Error('Cannot call deleteAll() within a transaction');
    }

    rollback() {
      if (!DurableObjectTransaction.#isOwn(this)) throw illegalInvocation();
      if (this.#state === 'rolled back') return;
      DurableObjectTransaction.#check(this, 'rollback()');
      if (this.#owner.transaction !== this) {
        throw new Error('Cannot roll back an outer transaction while a nested transaction is still running.');
      }
      rollback(this.#savepoint);
      residents.current.writes++;
      this.#end('rolled back');
    }

    /** Runs `closure` in a transaction; called in a critical section. */
    static async run(closure) {
      const txn = new DurableObjectTransaction(SECRET);
      let result;
      try {
        result = await Reflect.apply(closure, globalThis, [txn]);
      } catch (error) {
        txn.rollback();
        throw error;
      }
      if (txn.#state === 'open') {
        release(txn.#savepoint);
        txn.#end('committed');
      }
      return result;
    }
  }

  const { run } = DurableObjectTransaction;
  delete DurableObjectTransaction.run;
  expose(DurableObjectTransaction);

  return { run };
})
