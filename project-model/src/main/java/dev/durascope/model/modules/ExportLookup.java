package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.List;

/** The answer to "does this entry export that name". */
public sealed interface ExportLookup {

  /** It does, as a value. {@code file} and {@code place} are where it is declared. */
  record Exported(Module.Kind kind, Path file, Span place) implements ExportLookup {}

  /** The name is exported, but only as a type, so that nothing is left of it at run time. */
  record TypeOnly(Path file, Span place) implements ExportLookup {}

  /**
   * It surely does not.
   *
   * @param exports the names of the values that are exported, for a suggestion
   */
  record NotExported(List<String> exports) implements ExportLookup {

    public NotExported {
      exports = List.copyOf(exports);
    }
  }

  /** It cannot be told; {@code reason} names what could not be followed, for people. */
  record Unknown(String reason) implements ExportLookup {}
}
