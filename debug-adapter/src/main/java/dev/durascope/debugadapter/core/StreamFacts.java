package dev.durascope.debugadapter.core;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import dev.durascope.debugadapter.core.Internals.Internal;
import dev.durascope.debugadapter.core.Internals.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stream is about: the slots that the standard gives it and no property shows. The runtime
 * has them in a plain object that the stream holds in a private field ({@code prelude/streams},
 * {@code readablecore.js} and {@code writablecore.js}), so that they are read without running
 * anything and without disturbing the stream.
 */
final class StreamFacts {

  private static final String INNER_FIELD = "#it";

  /** By the numbers that the runtime has for them. */
  private static final List<String> READABLE_STATES = List.of("readable", "closed", "errored");

  private static final List<String> WRITABLE_STATES =
      List.of("writable", "erroring", "errored", "closed");

  private StreamFacts() {}

  /** Those of an instance of {@code ReadableStream} or {@code WritableStream}. */
  static List<Internal> of(JSDynamicObject stream, String className) {
    boolean isReadable = className.equals("ReadableStream");
    return inner(stream, isReadable ? "isDisturbed" : "sink")
        .map(inner -> isReadable ? readable(inner) : writable(inner))
        .orElse(List.of());
  }

  /** A class that extends the stream's may have a private field of that name, too. */
  private static Optional<JSDynamicObject> inner(JSDynamicObject stream, String telling) {
    return Members.all(stream).stream()
        .filter(member -> member.isPrivate() && member.name().equals(INNER_FIELD))
        .map(Members.Member::value)
        .filter(JSDynamicObject.class::isInstance)
        .map(JSDynamicObject.class::cast)
        .filter(inner -> !Members.isNullish(inner) && Members.has(inner, telling))
        .findFirst();
  }

  private static List<Internal> readable(JSDynamicObject inner) {
    var facts = new ArrayList<Internal>();
    facts.addAll(state(inner, READABLE_STATES));
    facts.add(value("[[Disturbed]]", Members.own(inner, "isDisturbed")));
    if (Members.own(inner, "controller") instanceof JSDynamicObject controller
        && !Members.isNullish(controller)) {
      facts.addAll(queue(controller));
    }
    facts.addAll(error(inner));
    return facts;
  }

  private static List<Internal> writable(JSDynamicObject inner) {
    var facts = new ArrayList<Internal>();
    facts.addAll(state(inner, WRITABLE_STATES));
    facts.add(value("[[Backpressure]]", Members.own(inner, "isFull")));
    facts.addAll(queue(inner));
    facts.addAll(error(inner));
    return facts;
  }

  private static List<Internal> state(JSDynamicObject inner, List<String> names) {
    return Members.own(inner, "state") instanceof Integer state
        ? List.of(new Internal("[[State]]", new Shown.Plain(names.get(state))))
        : List.of();
  }

  /** How many chunks wait, and their size as the stream's strategy counts it. */
  private static List<Internal> queue(JSDynamicObject keeper) {
    if (!(Members.own(keeper, "queue") instanceof JSDynamicObject queue)) {
      return List.of();
    }
    int length = 0;
    for (var item = Members.own(queue, "first");
        item instanceof JSDynamicObject chunk && !Members.isNullish(item);
        item = Members.own(chunk, "next")) {
      length++;
    }
    return List.of(
        value("[[QueueLength]]", length),
        value("[[QueueTotalSize]]", Members.own(keeper, "total")));
  }

  private static List<Internal> error(JSDynamicObject inner) {
    var error = Members.own(inner, "error");
    return Members.isNullish(error) ? List.of() : List.of(value("[[StoredError]]", error));
  }

  private static Internal value(String name, Object value) {
    return new Internal(name, new Shown.Value(value));
  }
}
