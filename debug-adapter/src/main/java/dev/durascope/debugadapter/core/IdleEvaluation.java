package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * An expression to be evaluated while nothing of the isolate runs.
 *
 * <p>The engine evaluates in frames of suspended threads only. So the idle thread runs one
 * statement of the debugger's own and is suspended there at once. An expression that awaits goes on
 * in turns of its own, as the program does, and is answered when it has come to its end.
 *
 * @param code the expression
 * @param answer completed on the isolate's thread
 * @param begun completed when it is the expression's turn
 * @param use what is done with the value before it is answered
 */
record IdleEvaluation(
    String code,
    CompletableFuture<Variable> answer,
    CompletableFuture<@Nullable Void> begun,
    Use use) {

  /** Something to be done with a value. */
  @FunctionalInterface
  interface Use {

    Use NONE = value -> {};

    void use(Object value) throws DebuggerException;
  }

  private static final System.Logger LOG = System.getLogger(IdleEvaluation.class.getName());
  private static final URI STATEMENT_URI = URI.create("durascope:idle");
  private static final Source STATEMENT =
      Source.newBuilder("js", "undefined;", "idle").uri(STATEMENT_URI).buildLiteral();

  static boolean isStatement(URI source) {
    return source.equals(STATEMENT_URI);
  }

  /** To be called on the isolate's thread. */
  void provoke(DebuggedIsolate isolate, DebuggerSession session, Context context) {
    if (answer.isDone()) {
      return; // the user has waited long enough
    }
    begun.complete(null);
    isolate.idleEvaluation().set(this);
    try {
      session.suspend(Thread.currentThread());
      context.eval(STATEMENT);
      session.resume(Thread.currentThread());
    } catch (IllegalStateException closed) {
      LOG.log(System.Logger.Level.DEBUG, "The debugger has left", closed);
    } finally {
      if (isolate.idleEvaluation().getAndSet(null) != null) {
        answer.completeExceptionally(new DebuggerException("The object could not be suspended."));
      }
    }
  }

  /** Answers with a value. */
  void complete(VariableReader reader, Object value) throws DebuggerException {
    use.use(value);
    answer.complete(reader.line("", value, code));
  }

  /** Answers when the promise that the expression has given is settled. */
  void await(DebuggedIsolate isolate, References references, Evaluator.Idle given) {
    ProxyExecutable fulfilled =
        values -> {
          try {
            var value = given.names().taken(EngineValues.raw(values[0]));
            complete(new VariableReader(isolate.access(), references), value);
          } catch (DebuggerException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
          return null;
        };
    ProxyExecutable rejected =
        values -> {
          answer.completeExceptionally(new EvaluationException(reason(values)));
          return null;
        };
    EngineValues.embedded(given.value()).invokeMember("then", fulfilled, rejected);
  }

  private static String reason(Value... values) {
    return values.length == 0 ? "rejected" : Preview.of(EngineValues.raw(values[0]));
  }
}
