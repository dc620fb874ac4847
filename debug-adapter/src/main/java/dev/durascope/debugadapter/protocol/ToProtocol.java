package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.BreakpointStatus;
import dev.durascope.debugadapter.core.Completion;
import dev.durascope.debugadapter.core.FilePosition;
import dev.durascope.debugadapter.core.Scope;
import dev.durascope.debugadapter.core.SkippedFiles;
import dev.durascope.debugadapter.core.StackFrame;
import dev.durascope.debugadapter.core.Stop;
import dev.durascope.debugadapter.core.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointNotVerifiedReason;
import org.eclipse.lsp4j.debug.CompletionItem;
import org.eclipse.lsp4j.debug.CompletionItemType;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.ScopePresentationHint;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourcePresentationHint;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.VariablePresentationHint;
import org.eclipse.lsp4j.debug.VariablePresentationHintAttributes;
import org.eclipse.lsp4j.debug.VariablePresentationHintKind;
import org.eclipse.lsp4j.debug.VariablePresentationHintVisibility;
import org.jspecify.annotations.Nullable;

/** The debugger's records in the protocol's types: the only place that knows both. */
final class ToProtocol {

  private final Conventions conventions;
  private final SourceReferences references;

  ToProtocol(Conventions conventions, SourceReferences references) {
    this.conventions = conventions;
    this.references = references;
  }

  Conventions conventions() {
    return conventions;
  }

  Source source(Path file) {
    var source = new Source();
    source.setName(String.valueOf(file.getFileName()));
    source.setPath(conventions.path(file));
    if (!Files.exists(file)) {
      source.setSourceReference(references.of(file));
    }
    return source;
  }

  Breakpoint breakpoint(BreakpointStatus status) {
    var breakpoint = new Breakpoint();
    breakpoint.setId(status.id());
    breakpoint.setVerified(status.verified());
    breakpoint.setSource(source(status.file()));
    breakpoint.setLine(conventions.clientLine(status.line()));
    if (status.verified()) {
      breakpoint.setColumn(conventions.clientColumn(status.column()));
    } else {
      breakpoint.setMessage(status.message());
      breakpoint.setReason(BreakpointNotVerifiedReason.PENDING);
    }
    return breakpoint;
  }

  StoppedEventArguments stopped(Stop stop) {
    var stopped = new StoppedEventArguments();
    stopped.setThreadId(stop.isolate());
    stopped.setAllThreadsStopped(false);
    stopped.setReason(
        switch (stop.reason()) {
          case ENTRY -> "entry";
          case BREAKPOINT, DEBUGGER_STATEMENT -> "breakpoint";
          case STEP -> "step";
          case PAUSE -> "pause";
          case RESTART -> "restart";
          case EXCEPTION -> "exception";
          case EVENT -> "event";
          case DATA -> "data breakpoint";
          case FUNCTION -> "function breakpoint";
        });
    if (stop.reason() == Stop.Reason.DEBUGGER_STATEMENT) {
      stopped.setDescription("Paused at a debugger statement");
    }
    stop.exception()
        .ifPresent(
            thrown -> {
              stopped.setDescription(
                  thrown.uncaught() ? "Paused at an uncaught exception" : "Paused at an exception");
              stopped.setText(headline(thrown.type(), thrown.message()));
            });
    stop.cause()
        .ifPresent(
            cause -> {
              stopped.setDescription(cause.description());
              if (!cause.text().isEmpty()) {
                stopped.setText(cause.text());
              }
            });
    if (!stop.breakpoints().isEmpty()) {
      stopped.setHitBreakpointIds(stop.breakpoints().toArray(Integer[]::new));
    }
    return stopped;
  }

  static String headline(String type, String message) {
    return type.isEmpty() ? message : message.isEmpty() ? type : type + ": " + message;
  }

  /** A line of a stack; clients show those of files that steps pass in grey. */
  org.eclipse.lsp4j.debug.StackFrame frame(StackFrame frame, SkippedFiles skipped) {
    var out = frame(frame);
    if (frame.position().filter(place -> skipped.contains(place.file())).isPresent()) {
      out.getSource().setOrigin("Skipped by skipFiles");
      out.getSource().setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
    }
    return out;
  }

  private org.eclipse.lsp4j.debug.StackFrame frame(StackFrame frame) {
    var out = new org.eclipse.lsp4j.debug.StackFrame();
    out.setId(frame.id());
    out.setName(frame.name());
    frame
        .position()
        .ifPresent(
            place -> {
              out.setSource(source(place.file()));
              out.setLine(conventions.clientLine(place.line()));
              out.setColumn(conventions.clientColumn(place.column()));
            });
    if (frame.kind() == StackFrame.Kind.SEPARATOR) {
      out.setPresentationHint(StackFramePresentationHint.LABEL);
    }
    return out;
  }

  org.eclipse.lsp4j.debug.Scope scope(Scope scope) {
    var out = new org.eclipse.lsp4j.debug.Scope();
    out.setName(scope.name());
    out.setVariablesReference(scope.reference());
    out.setExpensive(scope.expensive());
    if (scope.kind() == Scope.Kind.LOCAL) {
      out.setPresentationHint(ScopePresentationHint.LOCALS);
    } else if (scope.kind() == Scope.Kind.RETURNED) {
      out.setPresentationHint(ScopePresentationHint.RETURN_VALUE);
    }
    return out;
  }

  org.eclipse.lsp4j.debug.Variable variable(Variable variable) {
    var out = new org.eclipse.lsp4j.debug.Variable();
    out.setName(variable.name());
    out.setValue(variable.value());
    out.setType(variable.type());
    out.setVariablesReference(variable.reference());
    variable.evaluateName().ifPresent(out::setEvaluateName);
    variable.memory().ifPresent(number -> out.setMemoryReference(String.valueOf(number)));
    if (variable.indexed() > 0) {
      out.setIndexedVariables(variable.indexed());
      out.setNamedVariables(variable.named());
    }
    var hint = hint(variable.kind());
    if (hint != null) {
      out.setPresentationHint(hint);
    }
    return out;
  }

  private static @Nullable VariablePresentationHint hint(Variable.Kind kind) {
    var hint = new VariablePresentationHint();
    switch (kind) {
      case DATA -> {
        return null;
      }
      case CONSTANT ->
          hint.setAttributes(new String[] {VariablePresentationHintAttributes.READ_ONLY});
      case HIDDEN -> hint.setVisibility(VariablePresentationHintVisibility.PRIVATE);
      case GETTER -> hint.setLazy(true);
      case INTERNAL -> {
        hint.setKind(VariablePresentationHintKind.VIRTUAL);
        hint.setVisibility(VariablePresentationHintVisibility.INTERNAL);
        hint.setAttributes(new String[] {VariablePresentationHintAttributes.READ_ONLY});
      }
    }
    return hint;
  }

  static EvaluateResponse result(Variable value) {
    var out = new EvaluateResponse();
    out.setResult(value.value());
    value.memory().ifPresent(number -> out.setMemoryReference(String.valueOf(number)));
    out.setType(value.type());
    out.setVariablesReference(value.reference());
    if (value.indexed() > 0) {
      out.setIndexedVariables(value.indexed());
      out.setNamedVariables(value.named());
    }
    return out;
  }

  static SetExpressionResponse set(Variable value) {
    var out = new SetExpressionResponse();
    out.setValue(value.value());
    out.setType(value.type());
    out.setVariablesReference(value.reference());
    if (value.indexed() > 0) {
      out.setIndexedVariables(value.indexed());
      out.setNamedVariables(value.named());
    }
    return out;
  }

  CompletionItem completion(Completion completion) {
    var out = new CompletionItem();
    out.setLabel(completion.name());
    out.setStart(conventions.clientColumn(completion.start() + 1));
    out.setLength(completion.length());
    out.setType(
        switch (completion.kind()) {
          case VARIABLE -> CompletionItemType.VARIABLE;
          case PROPERTY -> CompletionItemType.PROPERTY;
          case METHOD -> CompletionItemType.METHOD;
          case FUNCTION -> CompletionItemType.FUNCTION;
          case CLASS -> CompletionItemType.CLASS;
          case HELPER -> CompletionItemType.KEYWORD;
        });
    return out;
  }

  static SetVariableResponse assigned(Variable value) {
    var out = new SetVariableResponse();
    out.setValue(value.value());
    out.setType(value.type());
    out.setVariablesReference(value.reference());
    return out;
  }

  org.eclipse.lsp4j.debug.BreakpointLocation location(FilePosition place) {
    var out = new org.eclipse.lsp4j.debug.BreakpointLocation();
    out.setLine(conventions.clientLine(place.line()));
    out.setColumn(conventions.clientColumn(place.column()));
    return out;
  }
}
