package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.core.ObjectKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Our own requests about objects, and the ways into the running project beside the adapter.
 *
 * @param session whose run is meant
 * @param workers do what takes time
 */
record ObjectRequests(Session session, Executor workers) {

  /** Where the control API listens. */
  CompletableFuture<Control> control() {
    try {
      var control = session.run().debuggee().control();
      return CompletableFuture.completedFuture(
          new Control(control.url().toString(), control.token()));
    } catch (ControlException e) {
      throw Problem.of(e);
    }
  }

  /** The answer to {@code durascope/control}. */
  record Control(String url, String token) {}

  /** Opens the Chrome inspector: the request behind "Open Chrome DevTools". */
  CompletableFuture<Inspector> openInspector() {
    var debuggee = session.run().debuggee();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            var address = debuggee.openInspector(0);
            return new Inspector(address.url().toString(), address.devTools());
          } catch (ControlException | RuntimeException e) {
            throw Problem.of(e);
          }
        },
        workers);
  }

  /** The answer to {@code durascope/openInspector}. */
  record Inspector(String url, String devTools) {}

  CompletableFuture<Void> fireAlarm(Map<String, Object> arguments) {
    var object = object(arguments);
    return Answers.done(workers, () -> session.run().debuggee().fireAlarm(object));
  }

  CompletableFuture<Void> hibernate(Map<String, Object> arguments) {
    var object = object(arguments);
    return Answers.done(workers, () -> session.run().debuggee().hibernate(object));
  }

  CompletableFuture<Void> evict(Map<String, Object> arguments) {
    var object = object(arguments);
    return Answers.done(workers, () -> session.run().debuggee().evict(object));
  }

  private static ObjectKey object(Map<String, Object> arguments) {
    return Optional.ofNullable(arguments.get("object"))
        .map(String::valueOf)
        .flatMap(ObjectKey::parse)
        .orElseThrow(
            () ->
                Problem.BAD_OBJECT.with(
                    "\"object\" must name an object as \"worker/Class/id\", not "
                        + arguments.get("object")
                        + "."));
  }
}
