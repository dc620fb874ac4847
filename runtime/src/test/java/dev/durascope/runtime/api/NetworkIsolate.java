package dev.durascope.runtime.api;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.runtime.http.HttpNetwork;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.SystemClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** An isolate that reaches the outside, for tests that have a server there. */
final class NetworkIsolate implements AutoCloseable {
  private final ScriptEngine engine = new ScriptEngine();
  private final HttpNetwork network = new HttpNetwork();
  private final SystemClock clock = new SystemClock();
  private final PendingFetches fetches = new PendingFetches(clock);
  private final Isolate isolate;

  NetworkIsolate() {
    var io =
        new IoContext(
            Outbox.OPEN, new OpenSockets(), fetches, new OpenConnections(), new OpenBodies());
    var services =
        new WebPlatform.Services(
            clock,
            () -> io,
            SocketAttachments.NONE,
            EnabledFlags.newest(),
            ConsoleListener.NONE,
            network);
    isolate =
        Isolate.start(
            "outbound", engine, new ModuleTable(), self -> WebPlatform.groups(self, services));
    isolate.onEnd(() -> io.end(new IllegalStateException("the isolate has ended")));
  }

  PendingFetches fetches() {
    return fetches;
  }

  Isolate isolate() {
    return isolate;
  }

  /** Runs the body of an async function of {@code base}, and gives what it returns as a string. */
  CompletableFuture<String> script(Object base, String body) {
    var result = new CompletableFuture<String>();
    ProxyExecutable report =
        arguments -> {
          result.complete(arguments[0].asString());
          return null;
        };
    isolate.post(
        () ->
            isolate
                .context()
                .eval(
                    "js",
                    "(async (base, report) => { try { report(`${await (async () => {"
                        + body
                        + "})()}`) } catch (e) { report(`${e}`) } })")
                .executeVoid(base, report));
    return result;
  }

  String run(Object base, String body) throws Exception {
    return script(base, body).get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    isolate.close();
    engine.close();
    network.close();
    clock.close();
  }
}
