package dev.durascope.debugadapter.runtime;

import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.Blocker;
import dev.durascope.runtime.worker.IsolateListener.LiveObject;
import dev.durascope.runtime.worker.IsolateListener.Tenancy;
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
  private final Tenancy tenancy;
  private @Nullable Value made;
  private Optional<LiveObject> madeFor = Optional.empty();

  Helpers(Isolate isolate, Tenancy tenancy) {
    this.isolate = isolate;
    this.tenancy = tenancy;
  }

  /** Their names, sorted. */
  List<String> names() {
    return tenancy instanceof Tenancy.Handlers ? OF_WORKERS : OF_OBJECTS;
  }

  /** What one of them stands for; empty before there is a ctx. On the isolate's thread. */
  Optional<Value> get(String name) {
    var live = tenancy.running();
    var known = made;
    if (known == null || !madeFor.equals(live)) {
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
      madeFor = live;
    }
    return Optional.ofNullable(known.getMember(name));
  }

  private static Value ofObject(Value prelude, LiveObject live, Value ctx) {
    var object = live.object();
    ProxyExecutable fireAlarm = _ -> object.namespace().alarms().fireNow(object.id()).isPresent();
    ProxyExecutable hibernate = _ -> object.hibernate() != null;
    ProxyExecutable blockers =
        _ ->
            ProxyArray.fromList(
                live.interior().blockers().stream().<Object>map(Blocker::text).toList());
    return prelude.invokeMember(
        "ofObject", ctx, object.type().name(), fireAlarm, hibernate, blockers);
  }
}
