package dev.durascope.runtime.wire.js;

import dev.durascope.runtime.wire.WireValue;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;

/**
 * A value out of the JavaScript expression that makes it, as {@link
 * dev.durascope.runtime.wire.WireLiteral} writes them and people type them: {@code new Map([["ada",
 * 1]])}. JSON is JavaScript.
 *
 * <p>The expression runs in a context of its own, with the language and nothing else in it.
 */
public final class ValueExpression {
  private ValueExpression() {}

  /**
   * Evaluates an expression; starts an engine for it.
   *
   * @param errorForm the form in which errors are written
   * @throws IllegalArgumentException if it is no expression, fails, or makes what cannot be stored
   */
  public static WireValue evaluate(String expression, ErrorForm errorForm) {
    try (var engine =
            Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        var context =
            Context.newBuilder("js")
                .engine(engine)
                .allowExperimentalOptions(true)
                .allowHostAccess(
                    HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build())
                .option("js.ecmascript-version", "staging")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.java-package-globals", "false")
                .option("js.polyglot-builtin", "false")
                .build()) {
      var clone = StructuredClone.of(context, errorForm);
      // The line break lets a comment at the end be one.
      return clone.toTree(context.eval("js", "\"use strict\"; (" + expression + "\n)"));
    } catch (PolyglotException e) {
      throw new IllegalArgumentException(said(e), e);
    }
  }

  /** For a text that is no JavaScript, what is wrong, without the picture of where. */
  private static String said(PolyglotException e) {
    var message = String.valueOf(e.getMessage());
    return e.isSyntaxError()
        ? message.lines().findFirst().orElse("").replaceFirst(" Unnamed:\\d+:\\d+", "")
        : message;
  }
}
