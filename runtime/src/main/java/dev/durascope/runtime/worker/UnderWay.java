package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.Beginnings;
import dev.durascope.runtime.script.Isolate;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * What is under way for one object, each thing by itself. On the isolate's thread only.
 *
 * @param memory what the prelude keeps for the object; null before it has moved in
 */
record UnderWay(Isolate isolate, PendingCalls pendingCalls, Supplier<@Nullable Value> memory)
    implements Blockers.Details {
  @Override
  public Map<Object, String> calls() {
    return pendingCalls.all();
  }

  @Override
  public Map<Object, String> timers() {
    var timers = new IdentityHashMap<Object, String>();
    var of = memory.get();
    if (of != null) {
      ProxyExecutable entry =
          arguments -> {
            var name = arguments[0].asString() + "(…, " + arguments[1].asLong() + ")";
            timers.put(arguments[2].asHostObject(), name);
            return true;
          };
      isolate.prelude("timers").invokeMember("each", of, entry);
    }
    return timers;
  }

  @Override
  public Beginnings beginnings() {
    return isolate.beginnings();
  }
}
