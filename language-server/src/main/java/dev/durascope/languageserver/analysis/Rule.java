package dev.durascope.languageserver.analysis;

import java.util.function.Consumer;

/**
 * One diagnostic of the catalogue: its description, and the function that finds it.
 *
 * <p>A rule has no state and looks at nothing but its subject, so that all rules can be run after
 * every keystroke and forgotten. It may report the same place more than once (an inherited key is
 * seen from every environment): {@link Analysis} keeps the first.
 */
public interface Rule {

  DiagnosticKind kind();

  void check(Subject subject, Consumer<Diagnostic> out);
}
