package dev.durascope.model.modules;

import java.nio.file.Path;

/** A file of a project with what it says. */
public record SourceCode(Path file, CodeFile code) {

  /** Whether the name stands in this very file. */
  public boolean declares(ExportLookup.Exported exported) {
    return file.equals(exported.file());
  }
}
