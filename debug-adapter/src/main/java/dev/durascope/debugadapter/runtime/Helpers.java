package dev.durascope.debugadapter.runtime;

import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.IsolateListener.LiveObject;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The names that the user's expressions may use beside those of the program, as {@code $storage}.
 * What they stand for is made when the first of them is named.
 */
final class Helpers {
  private static final List<String> OF_WORKERS = List.of("$object");
  private static final List<String> OF_OBJECTS =
      List.of("$alarm", "$blockers", "$ctx", "$hibernate", "$object", "$storage");

  private final Isolate isolate;
  private final Optional<LiveObject> live;
  private @Nullable Value made;

  Helpers(Isolate isolate, Optional<LiveObject> live) {
    this.isolate = isolate;
    this.live = live;
  }

  /** Their names, sorted. */
  List<String> names() {
    return live.isPresent() ? OF_OBJECTS : OF_WORKERS;
  }

  /** What one of them stands for; empty before there is a ctx. On the isolate's thread. */
  Optional<Value> get(String name) {
    var known = made;
    if (known == null) {
      var prelude = isolate.prelude("debugging");
      if (live.isEmpty()) {
        known = prelude.invokeMember("ofWorker");
      } else {
        var ctx = live.get().interior().ctx();
        if (ctx.isEmpty()) {
          return Optional.empty();
        }
        known = ofObject(prelude, live.get(), ctx.get());
      }
      made = known;
    }
    return Optional.ofNullable(known.getMember(name));
  }

  private static Value ofObject(Value prelude, LiveObject live, Value ctx) {
    var object = live.object();
    ProxyExecutable fireAlarm = _ -> object.namespace().alarms().fireNow(object.id());
    ProxyExecutable hibernate = _ -> object.hibernate() != null;
    ProxyExecutable blockers = _ -> ProxyArray.fromList(List.copyOf(live.interior().blockers()));
    return prelude.invokeMember(
        "ofObject", ctx, object.type().name(), fireAlarm, hibernate, blockers);
  }
}
