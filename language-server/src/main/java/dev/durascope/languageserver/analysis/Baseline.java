package dev.durascope.languageserver.analysis;

import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import java.nio.file.Path;

/**
 * A project as it once was, which is taken for what is deployed.
 *
 * @param revision what people call that state: {@code HEAD}, {@code origin/main}
 * @param isNamed whether somebody said that this state counts; the last commit may not be deployed
 * @param config the configuration in that state; another file where it has been converted since
 * @param files the files as they were
 * @param modules what is parsed of them
 */
public record Baseline(
    String revision, boolean isNamed, Path config, SourceFiles files, ModuleCache modules) {

  /**
   * The kind of a diagnostic that follows from a comparison: as bad as it says, if the state is the
   * one that somebody has named.
   */
  public DiagnosticKind judged(DiagnosticKind kind) {
    return isNamed ? kind.withSeverity(Severity.ERROR) : kind;
  }
}
