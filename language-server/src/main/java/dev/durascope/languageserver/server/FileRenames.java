package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.feature.PathMove;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** {@code workspace/willRenameFiles}: configurations go on to name what they named. */
final class FileRenames {

  private FileRenames() {}

  /** The edits that go along with the renames; null where there are none. */
  static @Nullable WorkspaceEdit edits(
      Snapshot snapshot, Analyst analyst, List<FileRename> renames) {
    var edits = new LinkedHashSet<Fix.Edit>();
    for (var rename : renames) {
      var from = Uris.path(rename.getOldUri());
      var to = Uris.path(rename.getNewUri());
      if (from.isPresent() && to.isPresent()) {
        for (var subject : analyst.subjectsAnywhere(snapshot, from.get())) {
          edits.addAll(PathMove.edits(subject, from.get(), to.get()));
        }
      }
    }
    return edits.isEmpty() ? null : WorkspaceEdits.of(analyst.places(snapshot), List.copyOf(edits));
  }
}
