package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the rules say, by file, and where the lines of those files are.
 *
 * @param diagnostics in the order of their places
 */
record Checked(Map<Path, List<Diagnostic>> diagnostics, Places places) {

  List<Diagnostic> of(Path file) {
    return diagnostics.getOrDefault(file, List.of());
  }

  Map<Path, List<org.eclipse.lsp4j.Diagnostic>> toProtocol() {
    return diagnostics.keySet().stream()
        .collect(Collectors.toUnmodifiableMap(file -> file, this::toProtocol));
  }

  List<org.eclipse.lsp4j.Diagnostic> toProtocol(Path file) {
    return of(file).stream().map(each -> ToProtocol.diagnostic(places, each)).toList();
  }
}
