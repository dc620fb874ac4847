package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.feature.Rename;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.ChangeAnnotation;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Edits of several files as the protocol has them. For a client that can tell, each open file's
 * edits carry the version of the text that they were made for: typed into in the meantime, it
 * refuses them, and does not put them in the wrong place.
 */
final class WorkspaceEdits {

  private WorkspaceEdits() {}

  /** The edits of a fix, and the files that it creates and deletes: those come, then these go. */
  static WorkspaceEdit of(Places places, Fix fix) {
    var edit = of(places, fix.edits());
    if (fix.files().isEmpty()) {
      return edit;
    }
    var changes = new ArrayList<Either<TextDocumentEdit, ResourceOperation>>();
    for (var file : fix.files()) {
      if (file instanceof Fix.Created(Path created, String text)) {
        changes.add(Either.forRight(new CreateFile(places.uri(created))));
        var document = new VersionedTextDocumentIdentifier();
        document.setUri(places.uri(created));
        var start = new Position(0, 0);
        changes.add(
            Either.forLeft(
                new TextDocumentEdit(
                    document,
                    List.of(Either.forLeft(new TextEdit(new Range(start, start), text))))));
      }
    }
    changes.addAll(edit.getDocumentChanges());
    for (var file : fix.files()) {
      if (file instanceof Fix.Deleted(Path deleted)) {
        changes.add(Either.forRight(new DeleteFile(places.uri(deleted))));
      }
    }
    return new WorkspaceEdit(changes);
  }

  /** Whether the client can perform all of it. */
  static boolean isPossible(Places places, Fix fix) {
    var abilities = places.snapshot().abilities();
    return fix.files().stream()
        .allMatch(
            file ->
                switch (file) {
                  case Fix.Created _ -> abilities.createsFiles();
                  case Fix.Deleted _ -> abilities.deletesFiles();
                });
  }

  static WorkspaceEdit of(Places places, List<Fix.Edit> edits) {
    var byFile = new LinkedHashMap<Path, List<TextEdit>>();
    for (var edit : edits) {
      byFile
          .computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
          .add(new TextEdit(places.range(edit.place()), edit.text()));
    }
    return places.snapshot().abilities().checksVersions()
        ? new WorkspaceEdit(versioned(places, byFile))
        : new WorkspaceEdit(plain(places, byFile));
  }

  /**
   * The edits of a renaming. What it offers is annotated, and asked about, where the client can;
   * for others it is done with the rest, because without it production would lose sight of data.
   */
  static WorkspaceEdit of(Places places, Rename.Edits rename) {
    var abilities = places.snapshot().abilities();
    if (rename.offered().isEmpty() || !abilities.checksVersions() || !abilities.asksAboutEdits()) {
      var all = new ArrayList<>(rename.edits());
      rename.offered().forEach(offered -> all.addAll(offered.edits()));
      return of(places, new Fix("", all).edits());
    }
    var byFile = new LinkedHashMap<Path, List<TextEdit>>();
    rename.edits().forEach(edit -> add(places, byFile, edit, Optional.empty()));
    var annotations = new LinkedHashMap<String, ChangeAnnotation>();
    for (var offered : rename.offered()) {
      var id = "offered" + annotations.size();
      var annotation = new ChangeAnnotation(offered.label());
      annotation.setDescription(offered.description());
      annotation.setNeedsConfirmation(true);
      annotations.put(id, annotation);
      offered.edits().forEach(edit -> add(places, byFile, edit, Optional.of(id)));
    }
    var edit = new WorkspaceEdit(versioned(places, byFile));
    edit.setChangeAnnotations(annotations);
    return edit;
  }

  private static void add(
      Places places, Map<Path, List<TextEdit>> byFile, Fix.Edit edit, Optional<String> annotation) {
    var range = places.range(edit.place());
    byFile
        .computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
        .add(
            annotation
                .<TextEdit>map(id -> new AnnotatedTextEdit(range, edit.text(), id))
                .orElseGet(() -> new TextEdit(range, edit.text())));
  }

  private static Map<String, List<TextEdit>> plain(
      Places places, Map<Path, List<TextEdit>> byFile) {
    var changes = new LinkedHashMap<String, List<TextEdit>>();
    byFile.forEach((file, edits) -> changes.put(places.uri(file), edits));
    return changes;
  }

  private static List<Either<TextDocumentEdit, ResourceOperation>> versioned(
      Places places, Map<Path, List<TextEdit>> byFile) {
    var changes = new ArrayList<Either<TextDocumentEdit, ResourceOperation>>();
    byFile.forEach(
        (file, edits) -> {
          var document = new VersionedTextDocumentIdentifier();
          document.setUri(places.uri(file));
          // A file that is not open has no version, and says so.
          places.snapshot().buffer(file).ifPresent(open -> document.setVersion(open.version()));
          changes.add(
              Either.forLeft(
                  new TextDocumentEdit(
                      document,
                      edits.stream().map(Either::<TextEdit, SnippetTextEdit>forLeft).toList())));
        });
    return changes;
  }
}
