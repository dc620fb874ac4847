package dev.durascope.languageserver.analysis;

import java.util.Optional;

/**
 * A project in the state that it is compared with.
 *
 * @param subject the configuration as it was, in the files as they were
 */
public record Committed(Baseline baseline, Subject subject) {

  /**
   * The same environment of the same Worker, as it was. A Worker under another name is another one,
   * to which nothing has been deployed.
   */
  public Optional<EnvironmentView> before(EnvironmentView now) {
    var environment = now.environment();
    return subject.views().stream()
        .filter(view -> view.environment().name().equals(environment.name()))
        .filter(view -> view.environment().workerName().equals(environment.workerName()))
        .findFirst();
  }

  public String revision() {
    return baseline.revision();
  }
}
