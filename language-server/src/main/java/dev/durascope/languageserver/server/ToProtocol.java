package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.feature.Completion;
import dev.durascope.languageserver.feature.Hover;
import dev.durascope.languageserver.feature.Refactoring;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Position;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.InsertTextFormat;
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
    if (places.snapshot().abilities().drawsTags()) {
      tag(diagnostic.kind().nature()).ifPresent(tag -> result.setTags(List.of(tag)));
    }
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

  private static Optional<DiagnosticTag> tag(DiagnosticKind.Nature nature) {
    return switch (nature) {
      case WRONG -> Optional.empty();
      case UNUSED -> Optional.of(DiagnosticTag.Unnecessary);
      case OUTDATED -> Optional.of(DiagnosticTag.Deprecated);
    };
  }

  static org.eclipse.lsp4j.Hover hover(Places places, Path file, Hover hover) {
    return new org.eclipse.lsp4j.Hover(
        markup(hover.markdown(), places.snapshot().abilities().readsMarkdown()),
        range(places.lines(file), hover.span()));
  }

  /** For a client that shows text as it is, without the marks of code. */
  private static MarkupContent markup(String markdown, boolean readsMarkdown) {
    return readsMarkdown
        ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
        : new MarkupContent(MarkupKind.PLAINTEXT, markdown.replace("`", ""));
  }

  /** The items, which clients sort by a text of its own: here their number. */
  static List<CompletionItem> completion(
      LineIndex lines, List<Completion.Item> items, ItemAbilities abilities) {
    var result = new ArrayList<CompletionItem>();
    for (var item : items) {
      var each = new CompletionItem(item.label());
      each.setKind(kind(item.kind()));
      item.detail().ifPresent(each::setDetail);
      item.documentation()
          .ifPresent(text -> each.setDocumentation(markup(text, abilities.markdown())));
      each.setSortText("%04d".formatted(result.size()));
      each.setFilterText(item.text());
      var snippet = item.snippet().filter(_ -> abilities.snippets());
      if (snippet.isPresent()) {
        each.setInsertTextFormat(InsertTextFormat.Snippet);
      }
      var text = snippet.orElse(item.text());
      each.setTextEdit(Either.forLeft(new TextEdit(range(lines, item.replaced()), text)));
      if (item.outdated() && abilities.tags()) {
        each.setTags(List.of(CompletionItemTag.Deprecated));
      }
      if (item.kind() == Completion.Kind.BINDING && abilities.commits()) {
        each.setCommitCharacters(List.of("."));
      }
      if (abilities.labelDetails()) {
        item.detail().ifPresent(words -> each.setLabelDetails(beside(words)));
      }
      result.add(each);
    }
    return result;
  }

  private static CompletionItemLabelDetails beside(String words) {
    var details = new CompletionItemLabelDetails();
    details.setDescription(words);
    return details;
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
