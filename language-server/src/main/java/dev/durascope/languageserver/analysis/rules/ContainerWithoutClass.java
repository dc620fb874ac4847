package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.NearestName;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** CFG16: containers and classes of objects that do not find each other. */
final class ContainerWithoutClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG16",
          Severity.ERROR,
          "A container and a class do not belong together",
          """
          A container runs beside the objects of one class, which has no other: `class_name` of an \
          entry of `containers` names a class of this very Worker, or the class's entry of \
          `exports` names the container. wrangler refuses names that lead nowhere, and a second \
          container of a class. Environments do not inherit containers.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"

          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[containers]]
          image = "./Dockerfile"
          class_name = "room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (subject.isComplete()) {
      for (var view : subject.views()) {
        new Findings(subject, view.environment(), out).all(view);
      }
    }
  }

  private record Findings(Subject subject, Environment environment, Consumer<Diagnostic> out) {

    void all(EnvironmentView view) {
      var containers =
          environment.ownValue("containers").map(Node::asItems).orElse(List.of()).stream()
              .flatMap(item -> item.asTable().stream())
              .toList();
      var first = new HashMap<String, Located<String>>();
      for (var container : containers) {
        container
            .string("class_name")
            .filter(name -> !EnvironmentView.isPlaceholder(name.value()))
            .ifPresent(
                name -> {
                  var before = first.putIfAbsent(name.value(), name);
                  if (before == null) {
                    className(view, name);
                  } else {
                    out.accept(
                        new Diagnostic(
                                KIND,
                                subject.at(name.span()),
                                "More than one container is attached to the Durable Object \"%s\""
                                    .formatted(name.value()))
                            .relatedTo(subject.at(before.span()), "the container that it has"));
                  }
                });
      }
      if (environment.ownValue("containers").isPresent() || !hasContainersElsewhere()) {
        exported(containers);
      }
    }

    private void className(EnvironmentView view, Located<String> name) {
      var elsewhere =
          environment.durableObjects().stream()
              .filter(
                  binding ->
                      binding.className().map(Located::value).equals(Optional.of(name.value())))
              .findFirst()
              .flatMap(
                  binding ->
                      binding.isOwnClass(environment) ? Optional.empty() : binding.scriptName());
      if (elsewhere.isPresent()) {
        out.accept(
            new Diagnostic(
                    KIND,
                    subject.at(name.span()),
                    "You cannot configure a container on a Durable Object that is defined in another"
                        + " Worker: \"%s\"".formatted(elsewhere.get().value()))
                .relatedTo(subject.at(elsewhere.get().span()), "where it is bound from"));
        return;
      }
      var known = known(view);
      if (known.contains(name.value())) {
        return;
      }
      var place = subject.at(name.span());
      var found =
          new Diagnostic(
              KIND,
              place,
              "The container class_name %s does not match any durable object class_name"
                      .formatted(name.value())
                  + " defined in your Wrangler config file");
      out.accept(
          NearestName.of(name.value(), List.copyOf(known))
              .map(near -> found.with(new Fix("Replace by \"" + near + "\"", place, near)))
              .orElse(found));
    }

    /** With {@code exports} only what lives by them counts, else what is bound or was created. */
    private Set<String> known(EnvironmentView view) {
      var names = new TreeSet<String>();
      boolean hasExports = environment.exports().stream().anyMatch(ExportEntry::isDurableObject);
      if (hasExports) {
        environment.exports().stream()
            .filter(ExportEntry::isLive)
            .forEach(entry -> names.add(entry.className()));
      } else {
        view.ownClasses().forEach(name -> names.add(name.value()));
        names.addAll(environment.lifecycle().live().keySet());
      }
      return names;
    }

    private boolean hasContainersElsewhere() {
      return subject.config().environments().stream()
          .anyMatch(each -> each.ownValue("containers").isPresent());
    }

    private void exported(List<Node.Table> containers) {
      var names =
          containers.stream()
              .flatMap(container -> container.string("name").stream())
              .map(Located::value)
              .toList();
      for (var entry : environment.exports()) {
        entry
            .fields()
            .string("container")
            .filter(_ -> entry.isLive())
            .filter(wanted -> !wanted.value().isEmpty() && !names.contains(wanted.value()))
            .filter(wanted -> !hasGeneratedName(containers, wanted.value()))
            .ifPresent(wanted -> report(entry, wanted, names));
      }
    }

    /** One without a name is given one: the Worker's, a dash, and its class's. */
    private static boolean hasGeneratedName(List<Node.Table> containers, String wanted) {
      return containers.stream()
          .filter(container -> container.string("name").isEmpty())
          .flatMap(container -> container.string("class_name").stream())
          .anyMatch(name -> wanted.endsWith("-" + name.value().toLowerCase(Locale.ROOT)));
    }

    private void report(ExportEntry entry, Located<String> wanted, List<String> names) {
      var place = subject.at(wanted.span());
      var found =
          new Diagnostic(
              KIND,
              place,
              "\"exports.%s.container\" references a container named \"%s\", but no container with"
                      .formatted(entry.className(), wanted.value())
                  + " that name is defined in \"containers\"");
      out.accept(
          NearestName.of(wanted.value(), names)
              .map(near -> found.with(new Fix("Replace by \"" + near + "\"", place, near)))
              .orElse(found));
    }
  }
}
