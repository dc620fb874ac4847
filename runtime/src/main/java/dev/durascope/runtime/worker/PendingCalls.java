package dev.durascope.runtime.worker;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The remote calls that an isolate has made and that are not answered. While there are any, a
 * Durable Object does not hibernate: nobody would be there for the answer. Usable on any thread.
 */
final class PendingCalls {
  private final Map<Object, String> methods = Collections.synchronizedMap(new IdentityHashMap<>());

  /** Notes a call by itself; {@code method} is shown to the user. */
  void made(Object call, String method) {
    methods.put(call, method);
  }

  /** It is answered, or will not be any more. */
  void answered(Object call) {
    methods.remove(call);
  }

  /** The calls, each with its method. */
  Map<Object, String> all() {
    synchronized (methods) {
      var all = new IdentityHashMap<Object, String>();
      methods.forEach(all::put);
      return all;
    }
  }

  /** The methods that were called. */
  List<String> methods() {
    synchronized (methods) {
      return List.copyOf(methods.values());
    }
  }
}
