package dev.durascope.runtime.rpc;

import java.util.Arrays;
import java.util.List;

/**
 * What travels beside the bytes of a {@link Payload}: a stub, a stream, a request. JavaScript of
 * the sending isolate takes a value apart into strings, numbers and Java objects, and JavaScript of
 * the receiving one makes its own value of them; the kinds are the prelude's matter.
 *
 * @param kind as the prelude names it
 * @param parts strings, numbers, booleans and Java objects; a {@link Stub} among them is owned
 */
public record External(String kind, List<Object> parts) {
  public External {
    parts = List.copyOf(parts);
  }

  /** One of the given parts. */
  public static External of(String kind, Object... parts) {
    return new External(kind, Arrays.asList(parts));
  }

  void dispose() {
    for (var part : parts) {
      if (part instanceof Stub stub) {
        stub.close();
      }
    }
  }
}
