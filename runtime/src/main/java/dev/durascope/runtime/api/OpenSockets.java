package dev.durascope.runtime.api;

import dev.durascope.runtime.message.SocketEnd;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets that an isolate has taken with {@code accept()} and that are open. They belong to the
 * isolate and end with it. Usable on any thread.
 */
public final class OpenSockets {
  private final Set<SocketEnd> ends = ConcurrentHashMap.newKeySet();

  /** How many are open. */
  public int count() {
    return ends.size();
  }

  /** All of them. */
  public List<SocketEnd> all() {
    return List.copyOf(ends);
  }

  /** Closes them all; the peers see {@code code}. */
  public void closeAll(int code, String reason) {
    ends.forEach(end -> end.close(code, reason, false));
    ends.clear();
  }

  void opened(SocketEnd end) {
    ends.add(end);
  }

  void closed(SocketEnd end) {
    ends.remove(end);
  }
}
