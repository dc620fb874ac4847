package dev.durascope.languageserver.server;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code textDocument/codeAction}: the fixes of the diagnostics that a range touches. */
final class QuickFixes {

  private QuickFixes() {}

  static List<Either<Command, CodeAction>> at(Path file, Checked checked, Range range) {
    var lines = checked.places().lines(file);
    var wanted = FromProtocol.span(lines, range);
    return checked.of(file).stream()
        .filter(diagnostic -> diagnostic.span().overlaps(wanted))
        .flatMap(
            diagnostic ->
                diagnostic.fixes().stream()
                    .map(fix -> ToProtocol.quickFix(checked.places(), diagnostic, fix)))
        .map(Either::<Command, CodeAction>forRight)
        .toList();
  }
}
