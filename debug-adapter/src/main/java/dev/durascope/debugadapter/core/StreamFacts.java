package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import dev.durascope.debugadapter.core.Internals.Internal;
import dev.durascope.debugadapter.core.Internals.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream is about: the slots that the standard gives it and no property shows. The library
 * of the streams keeps them as fields of these names, so that they are read without running
 * anything and without disturbing the stream.
 */
final class StreamFacts {

  private StreamFacts() {}

  /** Those of an instance of {@code ReadableStream} or {@code WritableStream}. */
  static List<Internal> of(JSDynamicObject stream, String className) {
    var facts = new ArrayList<Internal>();
    if (!(Members.own(stream, "_state") instanceof TruffleString state)) {
      return facts;
    }
    facts.add(plain("[[State]]", Text.of(state)));
    if (className.equals("ReadableStream")) {
      facts.add(value("[[Disturbed]]", Members.own(stream, "_disturbed")));
      facts.addAll(queue(stream, "_readableStreamController"));
    } else {
      facts.add(value("[[Backpressure]]", Members.own(stream, "_backpressure")));
      facts.addAll(queue(stream, "_writableStreamController"));
    }
    var error = Members.own(stream, "_storedError");
    if (!Members.isNullish(error)) {
      facts.add(value("[[StoredError]]", error));
    }
    return facts;
  }

  /** How many chunks wait in it, and their size as its strategy counts it. */
  private static List<Internal> queue(JSDynamicObject stream, String controller) {
    if (!(Members.own(stream, controller) instanceof JSDynamicObject keeper)
        || !(Members.own(keeper, "_queue") instanceof JSDynamicObject queue)) {
      return List.of();
    }
    return List.of(
        value("[[QueueLength]]", Members.own(queue, "_size")),
        value("[[QueueTotalSize]]", Members.own(keeper, "_queueTotalSize")));
  }

  private static Internal plain(String name, String text) {
    return new Internal(name, new Shown.Plain(text));
  }

  private static Internal value(String name, Object value) {
    return new Internal(name, new Shown.Value(value));
  }
}
