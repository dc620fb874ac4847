package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An environment of another configuration in the workspace, or another environment of this one: a
 * Worker of its own.
 */
record OtherWorker(Subject subject, EnvironmentView view) {

  /**
   * All that bear {@code name}. A workspace of examples may have several of one name, and which of
   * them is meant nobody knows: what is said of one has to be true of all.
   */
  static List<OtherWorker> named(Subject subject, EnvironmentView from, String name) {
    var found = new ArrayList<OtherWorker>();
    for (var other : all(subject)) {
      boolean isSelf = other.view() == from;
      if (!isSelf && other.view().environment().workerName().equals(Optional.of(name))) {
        found.add(other);
      }
    }
    // Of a text that is half typed nobody knows what it will say.
    return found.stream().allMatch(other -> other.subject().isComplete()) ? found : List.of();
  }

  /** All others that there are. */
  static List<OtherWorker> all(Subject subject) {
    var found = new ArrayList<OtherWorker>();
    subject.views().forEach(view -> found.add(new OtherWorker(subject, view)));
    for (var neighbour : subject.neighbours()) {
      neighbour.views().forEach(view -> found.add(new OtherWorker(neighbour, view)));
    }
    return found;
  }

  Optional<ExportEntry> export(String className) {
    return view.environment().exports().stream()
        .filter(entry -> entry.isDurableObject() && entry.className().equals(className))
        .findFirst();
  }

  /** Where it has its name from, or what it begins with. */
  Place place() {
    var environment = view.environment();
    Span span =
        environment
            .own()
            .string("name")
            .or(() -> environment.top().string("name"))
            .map(name -> name.span())
            .orElseGet(subject::firstStatement);
    return subject.at(span);
  }
}
