package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.ExportsConversion;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * {@code textDocument/codeAction}: the fixes of the diagnostics that a range touches, and the
 * conversion of the migrations that it touches.
 */
final class QuickFixes {

  private QuickFixes() {}

  static List<Either<Command, CodeAction>> at(Path file, Checked checked, Range range) {
    var lines = checked.places().lines(file);
    var wanted = FromProtocol.span(lines, range);
    var fixes =
        checked.of(file).stream()
            .filter(diagnostic -> diagnostic.span().overlaps(wanted))
            .flatMap(
                diagnostic ->
                    diagnostic.fixes().stream()
                        .map(fix -> ToProtocol.quickFix(checked.places(), diagnostic, fix)))
            .toList();
    var titles = fixes.stream().map(CodeAction::getTitle).toList();
    // The conversion is the fix of a hint, too: at that place it is offered once.
    var conversion =
        conversion(file, checked, wanted).filter(each -> !titles.contains(each.getTitle()));
    return Stream.concat(fixes.stream(), conversion.stream())
        .map(Either::<Command, CodeAction>forRight)
        .toList();
  }

  /** For a configuration that is open, which it is where somebody asks. */
  private static Optional<CodeAction> conversion(Path file, Checked checked, Span wanted) {
    return checked
        .places()
        .snapshot()
        .buffer(file)
        .filter(open -> ConfigFiles.isConfig(file))
        .map(open -> WranglerConfig.parse(file, open.text()))
        .filter(config -> touchesMigrations(config, wanted))
        .flatMap(ExportsConversion::of)
        .map(
            fix -> {
              var action = new CodeAction(fix.title());
              action.setKind(CodeActionKind.RefactorRewrite);
              action.setEdit(WorkspaceEdits.of(checked.places(), fix.edits()));
              return action;
            });
  }

  private static boolean touchesMigrations(WranglerConfig config, Span wanted) {
    return config.environments().stream()
        .flatMap(environment -> environment.own().entry("migrations").stream())
        .anyMatch(list -> list.span().overlaps(wanted));
  }
}
