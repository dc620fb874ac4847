// tee() of a stream of bytes: each branch has a copy of its own, and may bring its buffers, which the
// stream's source then fills.
(function (host, load) {
  'use strict';
  const { microtask, upon } = load('streams/promises');
  const { byteReadableFrom } = load('streams/readable');
  const { Cancellation } = load('streams/tee');
  const { readInto } = load('streams/byobreader');

  /** A request for bytes, as they come; what comes goes to both branches. */
  class DefaultRead {
    next = null;
    tee = null;

    constructor(tee) {
      this.tee = tee;
    }

    chunk(bytes) {
      const { tee } = this;
      microtask(() => {
        tee.beforePassing();
        const [first, second] = tee.open();
        if (first && second) {
          const copy = tee.copied(bytes);
          if (copy === null) return;
          tee.controllers[0].enqueue(bytes);
          tee.controllers[1].enqueue(copy);
        } else if (first) {
          tee.controllers[0].enqueue(bytes);
        } else if (second) {
          tee.controllers[1].enqueue(bytes);
        }
        tee.afterPassing();
      });
    }

    close() {
      const { tee } = this;
      tee.isReading = false;
      tee.open().forEach((isOpen, branch) => {
        if (isOpen) tee.controllers[branch].close();
      });
      for (const controller of tee.controllers) {
        if (controller.pullIntos.length > 0) controller.respond(0);
      }
      tee.cancellation.over();
    }

    error() {
      this.tee.isReading = false;
    }
  }

  /** A request for bytes in the buffer that one branch has brought. */
  class BranchRead {
    next = null;
    tee = null;
    branch = 0;

    constructor(tee, branch) {
      this.tee = tee;
      this.branch = branch;
    }

    chunk(view) {
      const { tee, branch } = this;
      microtask(() => {
        tee.beforePassing();
        const isOpen = tee.open();
        if (isOpen[1 - branch]) {
          const copy = tee.copied(view);
          if (copy === null) return;
          if (isOpen[branch]) tee.controllers[branch].respondWith(view);
          tee.controllers[1 - branch].enqueue(copy);
        } else if (isOpen[branch]) {
          tee.controllers[branch].respondWith(view);
        }
        tee.afterPassing();
      });
    }

    close(view) {
      const { tee, branch } = this;
      tee.isReading = false;
      const isOpen = tee.open();
      const own = tee.controllers[branch];
      const other = tee.controllers[1 - branch];
      if (isOpen[branch]) own.close();
      if (isOpen[1 - branch]) other.close();
      if (view !== undefined) {
        if (isOpen[branch]) own.respondWith(view);
        if (isOpen[1 - branch] && other.pullIntos.length > 0) other.respond(0);
      }
      tee.cancellation.over();
    }

    error() {
      this.tee.isReading = false;
    }
  }

  class ByteTee {
    stream = null;
    reader = null;
    cancellation = null;
    branches = null;
    controllers = null;
    isReading = false;
    readsAgain = [false, false];

    constructor(stream) {
      this.stream = stream;
      this.reader = stream.lock(false);
      this.cancellation = new Cancellation(stream);
      const branch = (number) =>
        byteReadableFrom(
          { __proto__: null, pull: () => this.pull(number), cancel: (reason) => this.cancellation.cancel(number, reason) },
          0
        );
      this.branches = [branch(0), branch(1)];
      this.controllers = this.branches.map(({ controller }) => controller);
      this.hearErrors();
    }

    hearErrors() {
      const { reader } = this;
      upon(reader.closed.promise, undefined, (reason) => {
        if (reader !== this.reader) return; // released for another kind of reader
        this.fail(reason);
        this.cancellation.over();
      });
    }

    fail(reason) {
      for (const controller of this.controllers) controller.fail(reason);
    }

    /** Whether each of the branches is still wanted. */
    open() {
      return this.cancellation.isCancelled.map((isCancelled) => !isCancelled);
    }

    pull(branch) {
      if (this.isReading) {
        this.readsAgain[branch] = true;
        return;
      }
      this.isReading = true;
      const request = this.controllers[branch].currentRequest();
      if (request === null) {
        this.readAs(false);
        this.stream.read(new DefaultRead(this));
      } else {
        this.readAs(true);
        readInto(this.stream, request.view, 1, new BranchRead(this, branch));
      }
    }

    readAs(isByob) {
      if (this.reader.isByob === isByob) return;
      this.reader.release();
      this.reader = this.stream.lock(isByob);
      this.hearErrors();
    }

    copied(view) {
      try {
        return new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
      } catch (error) {
        this.fail(error);
        this.cancellation.resolve(this.stream.cancel(error));
        return null;
      }
    }

    beforePassing() {
      this.readsAgain[0] = false;
      this.readsAgain[1] = false;
    }

    afterPassing() {
      this.isReading = false;
      if (this.readsAgain[0]) this.pull(0);
      else if (this.readsAgain[1]) this.pull(1);
    }
  }

  return {
    /** The two branches of a stream of bytes within. */
    tee: (stream) => new ByteTee(stream).branches,
  };
})
