package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Calls from Java into user code, through the prelude's {@code invoke.js}. */
final class Calls {
  private final Supplier<StructuredClone> clone;
  private final Value invoke;
  private final Value load;
  private final Value construct;
  private final Value hasMethod;
  private final Value classProblem;
  private final Value revive;
  private final Value describe;

  Calls(
      Isolate isolate,
      Supplier<StructuredClone> clone,
      Consumer<ScriptFailure> unhandledRejection) {
    this.clone = clone;
    var exports = isolate.prelude("invoke");
    invoke = exports.getMember("invoke");
    load = exports.getMember("load");
    construct = exports.getMember("construct");
    hasMethod = exports.getMember("hasMethod");
    classProblem = exports.getMember("classProblem");
    revive = exports.getMember("revive");
    describe = exports.getMember("describe");
    exports.getMember("onUnhandledRejection").executeVoid(failing(unhandledRejection));
  }

  /** Calls a method; one of the two consumers hears of the outcome, in this turn or a later one. */
  void invoke(
      Value target,
      String method,
      Consumer<Value> ok,
      Consumer<ScriptFailure> fail,
      Object... arguments) {
    var all = new Object[4 + arguments.length];
    all[0] = target;
    all[1] = method;
    all[2] = succeeding(ok);
    all[3] = failing(fail);
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    guarded(invoke, fail, all);
  }

  /** Imports a module. */
  void load(String specifier, Consumer<Value> ok, Consumer<ScriptFailure> fail) {
    guarded(load, fail, specifier, succeeding(ok), failing(fail));
  }

  /** Builds {@code new type(ctx, env)}. */
  void construct(
      Value type, Value ctx, Value env, Consumer<Value> ok, Consumer<ScriptFailure> fail) {
    guarded(construct, fail, type, ctx, env, succeeding(ok), failing(fail));
  }

  boolean hasMethod(Value target, String method) {
    return hasMethod.execute(target, method).asBoolean();
  }

  /** Why {@code candidate} cannot be a Durable Object's class; empty if it can. */
  Optional<String> classProblem(Value candidate) {
    var problem = classProblem.execute(candidate);
    return problem.isNull() ? Optional.empty() : Optional.of(problem.asString());
  }

  /** A JavaScript error of this isolate for one that came from elsewhere. */
  Value revive(Throwable failure) {
    var script = ScriptFailure.of(failure);
    var value = script.value();
    return revive.execute(
        script.name(),
        script.text(),
        script.stack(),
        value == null ? null : clone.get().deserialize(value),
        script.objectId(),
        script.isRemote(),
        script.isReset(),
        script.isOverloaded(),
        script.isRetryable());
  }

  /**
   * What the prelude's {@code fail} was called with: name, message and stack, and the error itself
   * if others are to see all of it.
   */
  ScriptFailure failure(Value... outcome) {
    var failure =
        new ScriptFailure(outcome[0].asString(), outcome[1].asString(), outcome[2].asString());
    if (outcome.length < 4 || outcome[3].isNull()) {
      return failure;
    }
    try {
      return failure.withValue(clone.get().serialize(outcome[3]));
    } catch (PolyglotException e) {
      if (Isolate.isEnding(e)) {
        throw e;
      }
      // A property that cannot be cloned: the text has to do.
      return failure;
    }
  }

  /** What an exception that left JavaScript says. */
  ScriptFailure failureOf(PolyglotException e) {
    if (e.isGuestException() && e.getGuestObject() != null && !e.isCancelled()) {
      var parts = describe.execute(e.getGuestObject());
      return new ScriptFailure(
          parts.getArrayElement(0).asString(),
          parts.getArrayElement(1).asString(),
          parts.getArrayElement(2).asString());
    }
    return ScriptFailure.error(String.valueOf(e.getMessage()));
  }

  /** Errors of the engine itself (a stack overflow, say) pass the prelude by: they end here. */
  private void guarded(Value function, Consumer<ScriptFailure> fail, Object... arguments) {
    try {
      function.executeVoid(arguments);
    } catch (PolyglotException e) {
      if (Isolate.isEnding(e) || e.isResourceExhausted()) {
        throw e;
      }
      fail.accept(failureOf(e));
    }
  }

  private static ProxyExecutable succeeding(Consumer<Value> ok) {
    return arguments -> {
      ok.accept(arguments[0]);
      return null;
    };
  }

  private ProxyExecutable failing(Consumer<ScriptFailure> fail) {
    return arguments -> {
      fail.accept(failure(arguments));
      return null;
    };
  }
}
