package dev.durascope.languageserver.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * What the client has been told unasked. Diagnostics of an open configuration are published after
 * every change, with its version; all others only when they differ from the last time.
 *
 * <p>Of the analyst's thread.
 */
final class Publications {

  private final LanguageClient client;

  /** By URI. */
  private final Map<String, List<Diagnostic>> published = new HashMap<>();

  Publications(LanguageClient client) {
    this.client = client;
  }

  /**
   * Tells the client how things are now.
   *
   * @param near the configurations that were just checked
   * @param findings what is known of all files; several may speak of one file, and say the same
   */
  void publish(
      Snapshot snapshot, Collection<Path> near, Collection<Map<Path, List<Diagnostic>>> findings) {
    var files = new TreeSet<>(near);
    files.addAll(snapshot.buffers().keySet());
    findings.forEach(each -> files.addAll(each.keySet()));
    var current = new HashMap<String, List<Diagnostic>>();
    for (var file : files) {
      var all = new LinkedHashSet<Diagnostic>();
      findings.forEach(each -> all.addAll(each.getOrDefault(file, List.of())));
      var diagnostics = List.copyOf(all);
      var uri = snapshot.uri(file);
      var buffer = snapshot.buffer(file);
      current.put(uri, diagnostics);
      boolean openConfig = buffer.isPresent() && near.contains(file);
      if (openConfig || !diagnostics.equals(published.getOrDefault(uri, List.of()))) {
        var params = new PublishDiagnosticsParams(uri, diagnostics);
        buffer.ifPresent(open -> params.setVersion(open.version()));
        client.publishDiagnostics(params);
      }
    }
    for (var uri : new ArrayList<>(published.keySet())) {
      if (!current.containsKey(uri) && !published.getOrDefault(uri, List.of()).isEmpty()) {
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
      }
    }
    published.clear();
    published.putAll(current);
  }
}
