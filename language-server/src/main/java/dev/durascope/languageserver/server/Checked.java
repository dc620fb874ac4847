package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.model.config.WranglerConfig;
import java.util.List;

/** A configuration with what the rules say about it. */
record Checked(WranglerConfig config, List<Diagnostic> diagnostics) {

  List<org.eclipse.lsp4j.Diagnostic> toProtocol(String uri) {
    return diagnostics.stream()
        .map(each -> ToProtocol.diagnostic(uri, config.document().lines(), each))
        .toList();
  }
}
