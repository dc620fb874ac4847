package dev.durascope.runtime.script;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** The prelude of one context: its files, each evaluated when first asked for. */
final class Prelude {
  private static final String BOOT = "boot";
  private static final Source NULL = Source.create("js", "null");

  private final Context context;
  private final ScriptEngine engine;
  private final ProxyObject host;
  private final ProxyExecutable loader;
  private final Map<String, Value> loaded = new HashMap<>();

  private Prelude(Context context, ScriptEngine engine, ProxyObject host) {
    this.context = context;
    this.engine = engine;
    this.host = host;
    this.loader = arguments -> load(arguments[0].asString());
  }

  /** Builds {@code host} from its groups and runs {@code boot.js}, which lays out the globals. */
  static Prelude install(
      Context context,
      ScriptEngine engine,
      Callbacks callbacks,
      Unwinding unwinding,
      List<HostGroup> groups) {
    var thrower = context.eval(engine.preludeSource("thrower"));
    var jsNull = context.eval(NULL);
    var members = new LinkedHashMap<String, Object>();
    for (var group : groups) {
      members.put(group.name(), group.proxy(thrower, jsNull, callbacks, unwinding));
    }
    var prelude = new Prelude(context, engine, ProxyObject.fromMap(members));
    prelude.load(BOOT);
    return prelude;
  }

  Value load(String file) {
    var exports = loaded.get(file);
    if (exports == null) {
      exports = context.eval(engine.preludeSource(file)).execute(host, loader);
      loaded.put(file, exports);
    }
    return exports;
  }
}
