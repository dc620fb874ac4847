package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.feature.Completion;
import dev.durascope.languageserver.feature.Hover;
import dev.durascope.languageserver.feature.Refactoring;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Position;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Our values as the protocol's: the one place that makes them. */
final class ToProtocol {

  private static final String SOURCE = "durascope";

  private ToProtocol() {}

  static Range range(LineIndex lines, Span span) {
    return new Range(position(lines.position(span.start())), position(lines.position(span.end())));
  }

  private static org.eclipse.lsp4j.Position position(Position position) {
    return new org.eclipse.lsp4j.Position(position.line(), position.column());
  }

  static org.eclipse.lsp4j.Diagnostic diagnostic(Places places, Diagnostic diagnostic) {
    var result = new org.eclipse.lsp4j.Diagnostic();
    result.setRange(places.range(diagnostic.place()));
    result.setSeverity(severity(diagnostic.severity()));
    result.setCode(diagnostic.code());
    result.setSource(SOURCE);
    result.setMessage(diagnostic.message());
    if (!diagnostic.related().isEmpty()) {
      result.setRelatedInformation(
          diagnostic.related().stream()
              .map(
                  other ->
                      new DiagnosticRelatedInformation(
                          places.location(other.place()), other.message()))
              .toList());
    }
    return result;
  }

  static org.eclipse.lsp4j.Hover hover(LineIndex lines, Hover hover) {
    return new org.eclipse.lsp4j.Hover(
        new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()), range(lines, hover.span()));
  }

  /** The items, which clients sort by a text of its own: here their number. */
  static List<CompletionItem> completion(LineIndex lines, List<Completion.Item> items) {
    var result = new ArrayList<CompletionItem>();
    for (var item : items) {
      var each = new CompletionItem(item.label());
      each.setKind(kind(item.kind()));
      item.detail().ifPresent(each::setDetail);
      item.documentation()
          .ifPresent(text -> each.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text)));
      each.setSortText("%04d".formatted(result.size()));
      each.setFilterText(item.text());
      each.setTextEdit(Either.forLeft(new TextEdit(range(lines, item.replaced()), item.text())));
      result.add(each);
    }
    return result;
  }

  private static CompletionItemKind kind(Completion.Kind kind) {
    return switch (kind) {
      case KEY -> CompletionItemKind.Property;
      case VALUE -> CompletionItemKind.Value;
      case CLASS -> CompletionItemKind.Class;
      case BINDING -> CompletionItemKind.Field;
    };
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFORMATION -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }

  static CodeAction quickFix(Places places, Diagnostic diagnostic, Fix fix) {
    var action = new CodeAction(fix.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic(places, diagnostic)));
    action.setIsPreferred(fix.equals(diagnostic.fixes().getFirst()));
    action.setEdit(WorkspaceEdits.of(places, fix));
    return action;
  }

  static CodeAction refactoring(Places places, Refactoring refactoring) {
    var action = new CodeAction(refactoring.fix().title());
    action.setKind(kind(refactoring.kind()));
    action.setEdit(WorkspaceEdits.of(places, refactoring.fix()));
    return action;
  }

  static String kind(Refactoring.Kind kind) {
    return switch (kind) {
      case REWRITE -> CodeActionKind.RefactorRewrite;
      case EXTRACT -> CodeActionKind.RefactorExtract;
    };
  }
}
