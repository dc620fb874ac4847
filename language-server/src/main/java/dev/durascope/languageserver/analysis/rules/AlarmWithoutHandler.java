package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** JS01: {@code setAlarm} in a class that surely has no {@code alarm} method. */
final class AlarmWithoutHandler implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS01",
          Severity.ERROR,
          "An object sets an alarm and has no alarm handler",
          """
          The runtime refuses: *Your Durable Object class must have an alarm() handler in order to \
          call setAlarm()*. Add `async alarm() { … }` to the class. A class that extends another \
          of your own, or of a package, may inherit the handler and is not reported.
          """,
          """
          main = "src/alarm.js" # whose class calls this.ctx.storage.setAlarm(…) and has no alarm()
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "setAlarm",
        (source, call) -> {
          var around = source.code().classAround(call.span());
          if (ObjectCalls.isOnStorage(call)
              && around.isPresent()
              && ObjectClasses.isWhole(subject, around.get())
              && !around.get().hasMethod("alarm")) {
            out.accept(
                new Diagnostic(
                        KIND,
                        ObjectCalls.at(source, call.method().span()),
                        "Your Durable Object class must have an alarm() handler in order to call"
                            + " setAlarm()")
                    .relatedTo(
                        ObjectCalls.at(source, around.get().name().span()), "this class has none"));
          }
        });
  }
}
