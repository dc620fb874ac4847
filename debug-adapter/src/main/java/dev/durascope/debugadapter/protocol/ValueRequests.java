package dev.durascope.debugadapter.protocol;

import static dev.durascope.debugadapter.protocol.Answers.later;

import dev.durascope.debugadapter.core.Completion;
import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.HibernationBlocker;
import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ObjectView;
import dev.durascope.debugadapter.core.Purpose;
import dev.durascope.debugadapter.core.ScriptDebugger;
import dev.durascope.debugadapter.core.Variable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.CompletionItem;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.ReadMemoryArguments;
import org.eclipse.lsp4j.debug.ReadMemoryResponse;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesArgumentsFilter;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.WriteMemoryArguments;
import org.eclipse.lsp4j.debug.WriteMemoryResponse;
import org.jspecify.annotations.Nullable;

/** The requests about values: variables, expressions, completions, bytes. */
record ValueRequests(
    ScriptDebugger debugger, ToProtocol toProtocol, RunningEvaluations evaluations) {

  /** How many indexed parts are sent to a client that does not ask for a page. */
  private static final int MAX_UNPAGED_PARTS = 1_000;

  CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
    int reference = arguments.getVariablesReference();
    int start = arguments.getStart() == null ? 0 : arguments.getStart();
    int count =
        arguments.getCount() == null || arguments.getCount() == 0
            ? MAX_UNPAGED_PARTS
            : arguments.getCount();
    var filter = arguments.getFilter();
    var none = CompletableFuture.completedFuture(List.<Variable>of());
    var indexed =
        filter == VariablesArgumentsFilter.NAMED ? none : debugger.indexed(reference, start, count);
    var named = filter == VariablesArgumentsFilter.INDEXED ? none : debugger.named(reference);
    return later(
        indexed.thenCombine(
            named,
            (first, second) -> {
              var all = new ArrayList<>(first);
              all.addAll(second);
              return all;
            }),
        variables -> {
          var response = new VariablesResponse();
          response.setVariables(
              variables.stream()
                  .map(toProtocol::variable)
                  .toArray(org.eclipse.lsp4j.debug.Variable[]::new));
          return response;
        });
  }

  CompletableFuture<SetVariableResponse> setVariable(SetVariableArguments arguments) {
    return later(
        debugger.assign(
            arguments.getVariablesReference(), arguments.getName(), arguments.getValue()),
        ToProtocol::assigned);
  }

  CompletableFuture<SetExpressionResponse> setExpression(SetExpressionArguments arguments) {
    if (arguments.getFrameId() == null) {
      throw Problem.NOT_POSSIBLE.with("Only in a paused frame can an expression be assigned to.");
    }
    return later(
        debugger
            .inspection()
            .assign(arguments.getFrameId(), arguments.getExpression(), arguments.getValue()),
        ToProtocol::set);
  }

  CompletableFuture<EvaluateResponse> evaluate(EvaluateArguments arguments, String request) {
    var frame = arguments.getFrameId();
    if (frame == null) {
      return evaluateOn(firstIsolate(), arguments.getExpression(), request);
    }
    var inspection = debugger.inspection();
    var answer =
        inspection.evaluate(frame, arguments.getExpression(), purpose(arguments.getContext()));
    return later(
        evaluations.track(request, answer, () -> inspection.interrupt(frame)), ToProtocol::result);
  }

  private static Purpose purpose(@Nullable String context) {
    return switch (context) {
      case "watch" -> Purpose.WATCH;
      case "hover" -> Purpose.HOVER;
      case "clipboard" -> Purpose.CLIPBOARD;
      case null, default -> Purpose.CONSOLE;
    };
  }

  private int firstIsolate() {
    return debugger.isolates().stream()
        .findFirst()
        .map(IsolateView::id)
        .orElseThrow(() -> Problem.NOT_POSSIBLE.with("Nothing runs yet."));
  }

  /** Evaluates on a thread, or in an object. */
  CompletableFuture<EvaluateResponse> evaluateThread(
      Map<String, Object> arguments, String request) {
    if (!(arguments.get("expression") instanceof String expression)) {
      throw Problem.NOT_POSSIBLE.with("\"expression\" must be a text.");
    }
    return evaluateOn(isolate(arguments), expression, request);
  }

  private CompletableFuture<EvaluateResponse> evaluateOn(
      int isolate, String expression, String request) {
    return later(
        evaluations.track(
            request, debugger.evaluateIn(isolate, expression), () -> interrupt(isolate)),
        ToProtocol::result);
  }

  private void interrupt(int isolate) {
    try {
      debugger.interruptEvaluation(isolate);
    } catch (DebuggerException ended) {
      // Nothing is evaluated there any more.
    }
  }

  /** The isolate that {@code threadId} or {@code object} names. */
  private int isolate(Map<String, Object> arguments) {
    if (arguments.get("threadId") instanceof Number thread) {
      return thread.intValue();
    }
    var wanted =
        Optional.ofNullable(arguments.get("object"))
            .map(String::valueOf)
            .flatMap(ObjectKey::parse)
            .orElseThrow(
                () ->
                    Problem.BAD_OBJECT.with(
                        "\"threadId\" must name a thread, or \"object\" an object as"
                            + " \"worker/Class/id\"."));
    return debugger.isolates().stream()
        .filter(isolate -> isolate.object().map(ObjectView::key).filter(wanted::equals).isPresent())
        .findFirst()
        .map(IsolateView::id)
        .orElseThrow(() -> Problem.BAD_OBJECT.with("The object is not in memory: " + wanted));
  }

  /** The answer to {@code durascope/object}. */
  record ObjectLine(String name, int variablesReference) {}

  CompletableFuture<ObjectLine> object(Map<String, Object> arguments) {
    int isolate = isolate(arguments);
    var name =
        debugger.isolates().stream()
            .filter(view -> view.id() == isolate)
            .findFirst()
            .map(IsolateView::title)
            .orElse("");
    return later(debugger.objectFacts(isolate), reference -> new ObjectLine(name, reference));
  }

  /** The answer to {@code durascope/blockers}. */
  record Blockers(List<Blocker> blockers) {}

  /** One thing that keeps an object from hibernating. */
  record Blocker(
      String kind,
      String text,
      @Nullable Source source,
      @Nullable Integer line,
      @Nullable Integer column) {}

  CompletableFuture<Blockers> blockers(Map<String, Object> arguments) {
    return later(
        debugger.blockers(isolate(arguments)),
        found -> new Blockers(found.stream().map(this::blocker).toList()));
  }

  private Blocker blocker(HibernationBlocker blocker) {
    return blocker
        .place()
        .map(
            at ->
                new Blocker(
                    blocker.kind(),
                    blocker.text(),
                    toProtocol.source(at.file()),
                    toProtocol.conventions().clientLine(at.line()),
                    toProtocol.conventions().clientColumn(at.column())))
        .orElseGet(() -> new Blocker(blocker.kind(), blocker.text(), null, null, null));
  }

  CompletableFuture<Void> cancel(CancelArguments arguments) {
    if (arguments.getRequestId() != null) {
      evaluations.cancel(String.valueOf(arguments.getRequestId()));
    }
    return CompletableFuture.completedFuture(null);
  }

  CompletableFuture<CompletionsResponse> completions(CompletionsArguments arguments) {
    var lines = arguments.getText().split("\n", -1);
    int line =
        arguments.getLine() == null ? 0 : toProtocol.conventions().line(arguments.getLine()) - 1;
    var text = line >= 0 && line < lines.length ? lines[line] : "";
    int column = toProtocol.conventions().column(arguments.getColumn()) - 1;
    var before = text.substring(0, Math.clamp(column, 0, text.length()));
    var found =
        arguments.getFrameId() == null
            ? debugger.completions(firstIsolate(), before)
            : debugger.inspection().completions(arguments.getFrameId(), before);
    return found.handle(
        (completions, failure) -> {
          // Half an expression is no mistake of the user's: there is nothing to say about it.
          var response = new CompletionsResponse();
          response.setTargets(
              (failure == null ? completions : List.<Completion>of())
                  .stream().map(toProtocol::completion).toArray(CompletionItem[]::new));
          return response;
        });
  }

  CompletableFuture<ReadMemoryResponse> readMemory(ReadMemoryArguments arguments) {
    int offset = arguments.getOffset() == null ? 0 : arguments.getOffset();
    return later(
        debugger
            .inspection()
            .readMemory(reference(arguments.getMemoryReference()), offset, arguments.getCount()),
        part -> {
          var response = new ReadMemoryResponse();
          response.setAddress("0x" + Integer.toHexString(part.offset()));
          response.setData(Base64.getEncoder().encodeToString(part.bytes()));
          if (part.unreadable() > 0) {
            response.setUnreadableBytes(part.unreadable());
          }
          return response;
        });
  }

  CompletableFuture<WriteMemoryResponse> writeMemory(WriteMemoryArguments arguments) {
    byte[] data;
    try {
      data = Base64.getDecoder().decode(arguments.getData());
    } catch (IllegalArgumentException e) {
      throw Problem.NOT_POSSIBLE.with("\"data\" must be Base64.");
    }
    int offset = arguments.getOffset() == null ? 0 : arguments.getOffset();
    return later(
        debugger.inspection().writeMemory(reference(arguments.getMemoryReference()), offset, data),
        written -> {
          var response = new WriteMemoryResponse();
          response.setBytesWritten(written);
          return response;
        });
  }

  private static int reference(String memory) {
    try {
      return Integer.parseInt(memory);
    } catch (NumberFormatException e) {
      throw Problem.NOT_POSSIBLE.with("\"" + memory + "\" names no bytes.");
    }
  }
}
