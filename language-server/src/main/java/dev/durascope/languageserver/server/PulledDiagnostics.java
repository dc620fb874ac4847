package dev.durascope.languageserver.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticReportPartialResult;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * {@code textDocument/diagnostic} and {@code workspace/diagnostic}. A result's id is a digest of
 * what it says: the server keeps nothing, and who has the same already is told only that.
 */
final class PulledDiagnostics {

  /** Of a digest; enough for two results never to be mistaken for each other. */
  private static final int ID_BYTES = 16;

  private PulledDiagnostics() {}

  static DocumentDiagnosticReport ofDocument(
      List<Diagnostic> diagnostics, @Nullable String previous) {
    var id = id(diagnostics);
    if (id.equals(previous)) {
      return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
    }
    var report = new RelatedFullDocumentDiagnosticReport(diagnostics);
    report.setResultId(id);
    return new DocumentDiagnosticReport(report);
  }

  /**
   * All configurations with the code that they lead to. A client that takes partial results gets
   * each configuration as soon as it is checked, and the code, of which several may speak, at the
   * end.
   */
  static WorkspaceDiagnosticReport ofWorkspace(
      Snapshot snapshot,
      Analyst analyst,
      LanguageClient client,
      WorkspaceDiagnosticParams params,
      CancelChecker cancelled) {
    var report = new Report(snapshot, previous(params.getPreviousResultIds()));
    var configs = new TreeSet<>(snapshot.configs());
    if (snapshot.settings().wholeWorkspace()) {
      configs.addAll(analyst.workspaceFiles(snapshot));
    }
    var code = new LinkedHashMap<Path, List<Diagnostic>>();
    for (var config : configs) {
      var found = analyst.check(snapshot, List.of(config), cancelled).toProtocol();
      report.add(config, found.getOrDefault(config, List.of()));
      found.forEach(
          (file, diagnostics) -> {
            if (!file.equals(config)) {
              code.merge(file, diagnostics, PulledDiagnostics::union);
            }
          });
      if (params.getPartialResultToken() != null) {
        client.notifyProgress(
            new ProgressParams(
                params.getPartialResultToken(),
                Either.forRight(new WorkspaceDiagnosticReportPartialResult(report.take()))));
      }
    }
    code.forEach(report::add);
    report.clearOthers();
    return new WorkspaceDiagnosticReport(report.take());
  }

  private static List<Diagnostic> union(List<Diagnostic> some, List<Diagnostic> others) {
    var all = new ArrayList<>(some);
    others.stream().filter(each -> !some.contains(each)).forEach(all::add);
    return all;
  }

  private static Map<String, String> previous(@Nullable List<PreviousResultId> ids) {
    var previous = new HashMap<String, String>();
    if (ids != null) {
      ids.forEach(each -> previous.put(each.getUri(), each.getValue()));
    }
    return previous;
  }

  private static String id(List<Diagnostic> diagnostics) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(diagnostics.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A workspace's report while it is made. */
  private static final class Report {

    private final Snapshot snapshot;
    private final Map<String, String> previous;
    private List<WorkspaceDocumentDiagnosticReport> items = new ArrayList<>();

    Report(Snapshot snapshot, Map<String, String> previous) {
      this.snapshot = snapshot;
      this.previous = previous;
    }

    void add(Path file, List<Diagnostic> diagnostics) {
      add(snapshot.uri(file), version(file), diagnostics);
    }

    private void add(String uri, @Nullable Integer version, List<Diagnostic> diagnostics) {
      var id = id(diagnostics);
      if (id.equals(previous.remove(uri))) {
        items.add(
            new WorkspaceDocumentDiagnosticReport(
                new WorkspaceUnchangedDocumentDiagnosticReport(id, uri, version)));
      } else {
        var full = new WorkspaceFullDocumentDiagnosticReport(diagnostics, uri, version);
        full.setResultId(id);
        items.add(new WorkspaceDocumentDiagnosticReport(full));
      }
    }

    /** What the client still has of files that nothing is said about any more. */
    void clearOthers() {
      for (var uri : List.copyOf(previous.keySet())) {
        add(uri, Uris.path(uri).map(this::version).orElse(null), List.of());
      }
    }

    private @Nullable Integer version(Path file) {
      return snapshot.buffer(file).map(Snapshot.Buffer::version).orElse(null);
    }

    List<WorkspaceDocumentDiagnosticReport> take() {
      var taken = items;
      items = new ArrayList<>();
      return taken;
    }
  }
}
