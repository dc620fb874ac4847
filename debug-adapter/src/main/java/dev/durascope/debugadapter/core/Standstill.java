package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import java.net.URI;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Stops an isolate where none of the program's code runs, so that its memory can be looked at.
 *
 * <p>The engine shows frames of suspended code only. So the thread calls a function of the
 * debugger's own, as a method of the object that the user is to see as {@code this}, and is
 * suspended in it at once. Its frame, which has no place in any file, carries its name.
 */
final class Standstill {

  private static final URI ADDRESS = URI.create("durascope:standstill");
  private static final String NAME = "at rest";
  private static final Source FUNCTION =
      Source.newBuilder("js", "(function () { return this; })", "standstill")
          .uri(ADDRESS)
          .buildLiteral();

  private Standstill() {}

  static boolean isHere(com.oracle.truffle.api.source.Source source) {
    return source.getURI().equals(ADDRESS);
  }

  /** The name of the frame that stands for all code that does not run. */
  static String frameName() {
    return NAME;
  }

  /** Stops on the isolate's own thread, between two calls of the program's code. */
  static void at(
      DebuggedIsolate isolate, Stop stop, DebuggerSession session, Context context, Value self) {
    var function = context.eval(FUNCTION);
    isolate.due(stop);
    session.suspend(Thread.currentThread());
    try {
      function.invokeMember("call", self);
    } finally {
      session.resume(Thread.currentThread());
      isolate.takeDue();
    }
  }
}
