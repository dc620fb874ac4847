package dev.durascope.runtime.worker;

/** As what a value is called from outside; the codes are those of {@code rpcserve.js}. */
enum Access {
  /** The instance of a Durable Object's class. */
  OBJECT(0),
  /** The instance of a {@code WorkerEntrypoint}. */
  ENTRYPOINT(1),
  /** A plain object of handlers, which take an argument, {@code env} and {@code ctx}. */
  HANDLERS(2),
  /** An {@code RpcTarget}: the members of its class, not its own properties. */
  TARGET(3),
  /** A plain object or a function: its own properties. */
  OPEN(4);

  private final int code;

  Access(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
