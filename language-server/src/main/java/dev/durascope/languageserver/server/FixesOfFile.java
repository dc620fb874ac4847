package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.FixAll;
import dev.durascope.languageserver.server.Snapshot.Buffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** The project around a file, whose faults are mended one after the other. Of the analyst. */
record FixesOfFile(Snapshot snapshot, Analyst analyst, Path file, CancelChecker cancelled)
    implements FixAll.Project {

  @Override
  public Optional<String> text(Path wanted) {
    return analyst.places(snapshot).text(wanted);
  }

  @Override
  public List<Diagnostic> check(Map<Path, String> changed) {
    var then = snapshot;
    for (var each : changed.entrySet()) {
      then = then.with(each.getKey(), new Buffer(Uris.of(each.getKey()), 0, each.getValue()));
    }
    return analyst.check(then, snapshot.configsOf(file), cancelled).diagnostics().values().stream()
        .flatMap(Collection::stream)
        .toList();
  }
}
