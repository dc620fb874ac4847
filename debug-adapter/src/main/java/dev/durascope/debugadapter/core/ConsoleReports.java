package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.Optional;

/**
 * Makes output of the program's console calls: with the statement that made the call, and with the
 * objects it was given, which can be opened as long as their isolate lives. On the isolate's
 * thread.
 */
final class ConsoleReports {

  private final Scripts scripts;
  private final References references;

  ConsoleReports(Scripts scripts, References references) {
    this.scripts = scripts;
    this.references = references;
  }

  Output output(DebuggedIsolate isolate, ConsoleCall call) {
    return new Output(
        call.category(), call.text(), call.group(), caller(), reference(isolate, call));
  }

  private int reference(DebuggedIsolate isolate, ConsoleCall call) {
    var values = call.values().stream().map(EngineValues::raw).toList();
    var hasObjects =
        values.stream()
            .anyMatch(value -> value instanceof JSDynamicObject && !Members.isNullish(value));
    return hasObjects
        ? references.hold(
            isolate.access(), new Container.Printed(call.text().stripTrailing(), values))
        : 0;
  }

  /** The innermost statement of the user's that is being executed. */
  private Optional<FilePosition> caller() {
    return Optional.ofNullable(
        Truffle.getRuntime()
            .iterateFrames(
                frame -> {
                  var node = frame.getCallNode();
                  return node == null
                      ? null
                      : scripts.original(node.getEncapsulatingSourceSection()).orElse(null);
                }));
  }
}
