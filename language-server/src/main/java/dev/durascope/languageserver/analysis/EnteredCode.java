package dev.durascope.languageserver.analysis;

import dev.durascope.model.modules.SourceCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The project's own modules that the entry point of any environment comes to, each once. They are
 * found when somebody first asks, and kept for the one analysis that this belongs to.
 */
public final class EnteredCode {

  private final Once<List<SourceCode>> sources;

  EnteredCode(List<EnvironmentView> views) {
    sources = new Once<>(() -> of(views));
  }

  List<SourceCode> sources() {
    return sources.get();
  }

  private static List<SourceCode> of(List<EnvironmentView> views) {
    var found = new LinkedHashMap<Path, SourceCode>();
    for (var view : views) {
      view.code().forEach(source -> found.putIfAbsent(source.file(), source));
    }
    return List.copyOf(found.values());
  }

  /** Whether these are the very modules that were read: no text of theirs is another. */
  @SuppressWarnings("ReferenceEquality") // It is about objects: to compare two is to read both.
  boolean isThatOf(List<SourceCode> known) {
    var now = sources();
    if (now.size() != known.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).code() != known.get(i).code()
          || !now.get(i).file().equals(known.get(i).file())) {
        return false;
      }
    }
    return true;
  }
}
