package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.Resumption;
import dev.durascope.debugadapter.core.ScriptDebugger;
import dev.durascope.debugadapter.core.StepTarget;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.RestartFrameArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepInTargetsResponse;

/**
 * The requests that have threads stop, step and go on. Each concerns one thread, whatever a client
 * says of the others: objects are paused one by one.
 */
final class Stepping {

  private final Supplier<ScriptDebugger> debugger;
  private final Supplier<ToProtocol> toProtocol;
  private final AfterResponse afterResponse;

  Stepping(
      Supplier<ScriptDebugger> debugger,
      Supplier<ToProtocol> toProtocol,
      AfterResponse afterResponse) {
    this.debugger = debugger;
    this.toProtocol = toProtocol;
    this.afterResponse = afterResponse;
  }

  private interface Prepared {
    Runnable get() throws DebuggerException;
  }

  private CompletableFuture<Void> letGo(Prepared prepared) {
    try {
      afterResponse.run(prepared.get());
      return CompletableFuture.completedFuture(null);
    } catch (DebuggerException e) {
      throw Problem.of(e);
    }
  }

  CompletableFuture<ContinueResponse> resume(int thread) {
    var response = new ContinueResponse();
    response.setAllThreadsContinued(false);
    return step(thread, Resumption.CONTINUE).thenApply(_ -> response);
  }

  CompletableFuture<Void> step(int thread, Resumption how) {
    return letGo(() -> debugger.get().execution().preparedResumption(thread, how));
  }

  CompletableFuture<Void> stepIn(StepInArguments arguments) {
    var target = arguments.getTargetId();
    return target == null
        ? step(arguments.getThreadId(), Resumption.STEP_IN)
        : letGo(() -> debugger.get().execution().preparedStepInto(arguments.getThreadId(), target));
  }

  CompletableFuture<StepInTargetsResponse> stepInTargets(int frame) {
    return Answers.later(
        debugger.get().execution().stepTargets(frame),
        targets -> {
          var response = new StepInTargetsResponse();
          response.setTargets(
              targets.stream()
                  .map(this::target)
                  .toArray(org.eclipse.lsp4j.debug.StepInTarget[]::new));
          return response;
        });
  }

  private org.eclipse.lsp4j.debug.StepInTarget target(StepTarget target) {
    var conventions = toProtocol.get().conventions();
    var out = new org.eclipse.lsp4j.debug.StepInTarget();
    out.setId(target.id());
    out.setLabel(target.label());
    out.setLine(conventions.clientLine(target.position().line()));
    out.setColumn(conventions.clientColumn(target.position().column()));
    return out;
  }

  /**
   * The paused thread itself says whether it can, so the answer comes from there, and then the call
   * begins anew. Not before this request has been read, or there would be nobody yet who sends it.
   */
  CompletableFuture<Void> restartFrame(RestartFrameArguments arguments) {
    var answer = new CompletableFuture<Void>();
    var prepared = debugger.get().execution().preparedRestart(arguments.getFrameId());
    afterResponse.run(() -> restartAfter(answer, prepared));
    return answer;
  }

  private static void restartAfter(
      CompletableFuture<Void> answer, CompletableFuture<Runnable> prepared) {
    var _ =
        prepared.whenComplete(
            (restart, thrown) -> {
              if (thrown == null) {
                answer.complete(null);
                restart.run();
              } else {
                answer.completeExceptionally(Problem.of(thrown));
              }
            });
  }

  CompletableFuture<Void> pause(int thread) {
    try {
      debugger.get().execution().pause(thread);
      return CompletableFuture.completedFuture(null);
    } catch (DebuggerException e) {
      throw Problem.of(e);
    }
  }

  CompletableFuture<Void> pauseAll() {
    debugger.get().execution().pauseAll();
    return CompletableFuture.completedFuture(null);
  }

  CompletableFuture<Void> continueAll() {
    afterResponse.run(debugger.get().execution()::resumeAll);
    return CompletableFuture.completedFuture(null);
  }
}
