package dev.durascope.runtime.control;

import dev.durascope.runtime.control.ControlTarget.ObjectAddress;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of the API.
 *
 * @param method in capitals
 * @param template the path, with {@code {name}} for a segment that varies
 */
record Route(String method, String template, Action action) {

  /** What a request does. Runs on a virtual thread, so it may wait. */
  @FunctionalInterface
  interface Action {
    ResponseMessage run(Call call) throws ControlRefusal;
  }

  /** The varying segments of {@code segments}; empty if the path is another's. */
  Optional<Map<String, String>> match(List<String> segments) {
    var parts = template.substring(1).split("/", -1);
    if (parts.length != segments.size()) {
      return Optional.empty();
    }
    var found = new HashMap<String, String>();
    for (var i = 0; i < parts.length; i++) {
      var part = parts[i];
      if (part.startsWith("{")) {
        found.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(found));
  }

  /** A request that has found its route. */
  record Call(RequestMessage request, Map<String, String> segments) {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    String segment(String name) {
      var value = segments.get(name);
      if (value == null) {
        throw new IllegalStateException("The route has no segment " + name);
      }
      return value;
    }

    ObjectAddress object() {
      return new ObjectAddress(segment("worker"), segment("class"), segment("id"));
    }

    Optional<String> query(String name) {
      return Requests.query(request, name);
    }

    String required(String name) throws ControlRefusal {
      return query(name)
          .orElseThrow(() -> Requests.badRequest("The parameter " + name + " is missing"));
    }

    int limit() throws ControlRefusal {
      var text = query("limit");
      if (text.isEmpty()) {
        return DEFAULT_LIMIT;
      }
      try {
        var limit = Integer.parseInt(text.get());
        if (limit >= 1 && limit <= MAX_LIMIT) {
          return limit;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw Requests.badRequest(
          "The parameter limit is a number from 1 to %d, not %s".formatted(MAX_LIMIT, text.get()));
    }
  }
}
