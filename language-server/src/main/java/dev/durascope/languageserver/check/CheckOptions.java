package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Severities;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to check and how to say it.
 *
 * @param directory output names files relative to it
 * @param workers where configurations are looked for; several folders are a workspace, whose
 *     Workers are checked against each other
 * @param config the configuration, where it is not the one that wrangler would find; relative to
 *     the only folder
 * @param environment check this environment only; without it, the top level and all environments
 * @param base the git revision that is deployed; without it, the last commit is taken for that, and
 *     what follows from it is no error
 * @param severities how diagnostics are to be taken, where not as the catalogue has it
 */
public record CheckOptions(
    Path directory,
    List<Path> workers,
    Optional<Path> config,
    Optional<String> environment,
    Format format,
    Optional<String> base,
    Severities severities) {

  public CheckOptions {
    workers = List.copyOf(workers);
  }

  /** One folder, compared with the last commit, with the catalogue's severities. */
  public CheckOptions(
      Path directory, Optional<Path> config, Optional<String> environment, Format format) {
    this(
        directory,
        List.of(directory),
        config,
        environment,
        format,
        Optional.empty(),
        Severities.OWN);
  }

  /** How findings are printed. */
  public enum Format {
    /** For people: the place, the message, the line itself. */
    TEXT,
    /** For programs: one JSON object a line. */
    JSON,
    /** For code scanning: one SARIF log. */
    SARIF,
    /** For GitHub Actions: a workflow command a line, which becomes an annotation. */
    GITHUB
  }
}
