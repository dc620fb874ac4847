package dev.durascope.runtime.rpc;

/** Something of another isolate that is held until it is closed; closing again does nothing. */
public interface Lease extends AutoCloseable {
  @Override
  void close();
}
