package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;

/**
 * An expression to be evaluated while nothing of the isolate runs.
 *
 * <p>The engine evaluates in frames of suspended threads only. So the idle thread runs one
 * statement of the debugger's own and is suspended there at once.
 *
 * @param code the expression
 * @param answer completed on the isolate's thread
 */
record IdleEvaluation(String code, CompletableFuture<Variable> answer) {

  private static final URI STATEMENT_URI = URI.create("durascope:idle");
  private static final Source STATEMENT =
      Source.newBuilder("js", "undefined;", "idle").uri(STATEMENT_URI).buildLiteral();

  static boolean isStatement(URI source) {
    return source.equals(STATEMENT_URI);
  }

  /** To be called on the isolate's thread. */
  void provoke(DebuggedIsolate isolate, DebuggerSession session, Context context) {
    isolate.idleEvaluation().set(this);
    session.suspend(Thread.currentThread());
    try {
      context.eval(STATEMENT);
    } finally {
      session.resume(Thread.currentThread());
      isolate.idleEvaluation().set(null);
      answer.completeExceptionally(new DebuggerException("The object could not be suspended."));
    }
  }
}
