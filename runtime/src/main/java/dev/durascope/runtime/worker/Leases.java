package dev.durascope.runtime.worker;

import dev.durascope.runtime.rpc.Lease;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What an isolate holds of others: stubs, and results that have to be disposed of. Most code leaves
 * that to the end of its request; so that objects do not stay in memory for it, what is left open
 * is closed when no request is in progress any more. On the isolate's thread only.
 */
final class Leases {
  private final Set<Lease> open = Collections.newSetFromMap(new IdentityHashMap<>());

  <T extends Lease> T add(T lease) {
    open.add(lease);
    return lease;
  }

  void close(Lease lease) {
    open.remove(lease);
    lease.close();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  void closeAll() {
    var left = List.copyOf(open);
    open.clear();
    left.forEach(Lease::close);
  }
}
