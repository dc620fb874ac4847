package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.NearestName;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which class of one environment has which container.
 *
 * <p>They are told from either side, and where from both, both have to tell the same. One fault is
 * told once: of a class with two containers nothing is said but that.
 */
final class ContainerLinks {

  private final DiagnosticKind kind;
  private final Subject subject;
  private final EnvironmentView view;
  private final Environment environment;
  private final Consumer<Diagnostic> out;
  private final List<Container> containers;
  private final List<ExportEntry> exports;

  /** Entries whose type is amiss, which is told there. */
  private final List<ExportEntry> unclear;

  /**
   * Whether a class names a container that there is not: it may well mean the one that none has.
   */
  private boolean isMissed;

  ContainerLinks(
      DiagnosticKind kind, Subject subject, EnvironmentView view, Consumer<Diagnostic> out) {
    this.kind = kind;
    this.subject = subject;
    this.view = view;
    this.environment = view.environment();
    this.out = out;
    this.containers = Container.of(environment);
    this.exports = environment.exports().stream().filter(ExportEntry::isDurableObject).toList();
    this.unclear =
        environment.exports().stream()
            .filter(entry -> entry.mayBeDurableObject() && !entry.isDurableObject())
            .toList();
  }

  void check() {
    if (environment.isPreviews()) {
      twice(
          Container::className,
          "\"previews.containers\" declares more than one container for the Durable Object class"
              + " \"%s\"; each Durable Object class may appear at most once.",
          "the container that it has");
      containers.stream().flatMap(it -> it.className().stream()).forEach(this::ofPreviews);
      return;
    }
    var crowded =
        twice(
            Container::className,
            "More than one container is attached to the Durable Object \"%s\"",
            "the container that it has");
    twice(
        it -> it.table().string("name"),
        "\"containers\" contains more than one container named \"%s\". Container names must be"
            + " unique.",
        "the container that has it");
    var claims = claims();
    for (var container : containers) {
      var name = container.className().filter(it -> !EnvironmentView.isPlaceholder(it.value()));
      if (container.table().get("class_name").isEmpty()) {
        unlinked(container);
      } else if (name.isPresent() && !crowded.contains(name.get().value())) {
        ofClass(container, name.get(), claims);
      }
    }
  }

  /** Reports what a second container says as well, and gives what that is. */
  private Set<String> twice(
      Function<Container, Optional<Located<String>>> what, String message, String related) {
    var first = new HashMap<String, Span>();
    var found = new HashSet<String>();
    for (var container : containers) {
      var said = what.apply(container).filter(it -> !EnvironmentView.isPlaceholder(it.value()));
      if (said.isPresent()) {
        var before = first.putIfAbsent(said.get().value(), said.get().span());
        if (before != null) {
          found.add(said.get().value());
          report(said.get().span(), message.formatted(said.get().value()), before, related);
        }
      }
    }
    return found;
  }

  /** By the container's name the live classes that name it; a name that leads nowhere is told. */
  private Map<String, List<ExportEntry>> claims() {
    var claims = new LinkedHashMap<String, List<ExportEntry>>();
    if (environment.ownValue("containers").isEmpty() && hasContainersElsewhere()) {
      return claims;
    }
    // What is no table may have been meant to name one.
    isMissed = unclear.stream().anyMatch(entry -> !(entry.value() instanceof Node.Table));
    var names = containers.stream().flatMap(it -> it.name().stream()).toList();
    boolean isUnnamed = containers.stream().anyMatch(it -> it.name().isEmpty());
    for (var entry : exports) {
      var wanted = wanted(entry).filter(_ -> entry.isLive());
      if (wanted.isPresent() && names.contains(wanted.get().value())) {
        claims.computeIfAbsent(wanted.get().value(), _ -> new ArrayList<>()).add(entry);
      } else if (wanted.isPresent() && !isUnnamed) {
        isMissed = true;
        report(
            wanted.get(),
            "\"exports.%s.container\" references a container named \"%s\", but no container with"
                    .formatted(entry.className(), wanted.get().value())
                + " that name is defined in \"containers\"",
            names);
      }
    }
    claims.values().forEach(this::claimedTwice);
    return claims;
  }

  private void claimedTwice(List<ExportEntry> claimants) {
    var all = claimants.stream().map(ExportEntry::className).collect(Collectors.joining(", "));
    for (var entry : claimants.subList(1, claimants.size())) {
      var name = wanted(entry).orElseThrow();
      report(
          name.span(),
          "The container \"%s\" is referenced by more than one Durable Object export (%s). A container can only back a single Durable Object."
              .formatted(name.value(), all),
          wanted(claimants.getFirst()).orElseThrow().span(),
          "the class that has it");
    }
  }

  /** The container that a class names; what is none is for CFG15 to say. */
  private static Optional<Located<String>> wanted(ExportEntry entry) {
    return entry
        .fields()
        .string("container")
        .filter(name -> !name.value().isEmpty())
        .filter(name -> !EnvironmentView.isPlaceholder(name.value()));
  }

  /** Then wrangler does not look at what the classes say here. */
  private boolean hasContainersElsewhere() {
    var others =
        environment.isTop() ? subject.config().named().values() : List.of(subject.config().top());
    return others.stream().anyMatch(each -> each.ownValue("containers").isPresent());
  }

  private void unlinked(Container container) {
    var name = container.table().string("name");
    boolean isOpen =
        isMissed
            || name.isEmpty()
            || EnvironmentView.isPlaceholder(name.get().value())
            || Stream.concat(exports.stream(), unclear.stream())
                .flatMap(entry -> entry.fields().string("container").stream())
                .anyMatch(wanted -> wanted.value().equals(name.get().value()));
    if (!isOpen) {
      out.accept(
          new Diagnostic(
              kind,
              subject.at(name.get().span()),
              "The container \"%s\" is not linked to a Durable Object. Either set \"containers.class_name\", or reference this container from a Durable Object's `exports` entry via its \"container\" field."
                  .formatted(name.get().value())));
    }
  }

  private void ofClass(
      Container container, Located<String> className, Map<String, List<ExportEntry>> claims) {
    var elsewhere = elsewhere(className.value());
    if (elsewhere.isPresent()) {
      report(
          className.span(),
          "You cannot configure a container on a Durable Object that is defined in another Worker:"
              + " \"%s\"".formatted(elsewhere.get().value()),
          elsewhere.get().span(),
          "where it is bound from");
      return;
    }
    var sets =
        "The container \"%s\" sets \"class_name\" to \"%s\", but "
            .formatted(container.name().orElse(className.value()), className.value());
    var entry = exports.stream().filter(it -> it.className().equals(className.value())).findFirst();
    var wanted = entry.flatMap(ContainerLinks::wanted);
    if (container.name().isPresent()) {
      var name = container.name().get();
      if (wanted.filter(it -> !it.value().equals(name)).isPresent()) {
        report(
            className.span(),
            sets
                + "\"exports.%s.container\" is \"%s\". A Durable Object and its container must"
                    .formatted(className.value(), wanted.get().value())
                + " reference each other consistently.",
            wanted.get().span(),
            "the container that it names");
        return;
      }
      var claimants = claims.getOrDefault(name, List.of());
      if (claimants.size() == 1 && !claimants.getFirst().className().equals(className.value())) {
        var claimant = claimants.getFirst();
        report(
            className.span(),
            sets
                + "\"exports.%s.container\" references it. A Durable Object and its container must"
                    .formatted(claimant.className())
                + " reference each other consistently.",
            wanted(claimant).orElseThrow().span(),
            "the class that names it");
        return;
      }
    }
    if (exports.isEmpty() && unclear.isEmpty()) {
      bound(container, className);
    } else {
      declared(className, entry, wanted, sets);
    }
  }

  /** With {@code exports} only what lives by them counts. */
  private void declared(
      Located<String> className,
      Optional<ExportEntry> entry,
      Optional<Located<String>> wanted,
      String sets) {
    if (unclear.stream().anyMatch(it -> it.className().equals(className.value()))) {
      return;
    }
    if (entry.filter(ExportEntry::isLive).isEmpty()) {
      report(
          className,
          sets
              + "\"exports\" has no live \"durable-object\" entry for \"%s\""
                  .formatted(className.value()),
          exports.stream().filter(ExportEntry::isLive).map(ExportEntry::className).toList());
      return;
    }
    var storage = entry.get().fields().string("storage");
    if (wanted.isEmpty() && storage.filter(it -> it.value().equals("legacy-kv")).isPresent()) {
      report(
          className.span(),
          sets
              + "\"exports.%s.storage\" is \"legacy-kv\". Containers are not supported on Durable"
                  .formatted(className.value())
              + " Objects using the \"legacy-kv\" storage backend.",
          storage.get().span(),
          "its storage");
    }
  }

  /** Else what is bound, or was created by a migration. */
  private void bound(Container container, Located<String> className) {
    var lives = environment.lifecycle();
    var known = new TreeSet<>(lives.live().keySet());
    view.ownClasses().forEach(name -> known.add(name.value()));
    if (!known.contains(className.value())) {
      report(
          className,
          "The container class_name %s does not match any durable object class_name"
                  .formatted(className.value())
              + " defined in your Wrangler config file",
          known);
    } else if (container.isManaged()
        && lives
            .find(className.value())
            .filter(it -> it.storage() == Lifecycle.Storage.KEY_VALUE)
            .isPresent()) {
      out.accept(
          new Diagnostic(
              kind,
              subject.at(className.span()),
              "The container %s references Durable Object class %s, which uses the legacy KV storage backend. Durable Object-managed Containers require SQLite-backed Durable Objects."
                  .formatted(container.name().orElse(""), className.value())));
    }
  }

  private Optional<Located<String>> elsewhere(String className) {
    return environment.durableObjects().stream()
        .filter(it -> it.className().filter(name -> name.value().equals(className)).isPresent())
        .findFirst()
        .filter(it -> !it.isOwnClass(environment))
        .flatMap(it -> it.scriptName());
  }

  private void ofPreviews(Located<String> className) {
    var known = new TreeSet<>(environment.lifecycle().live().keySet());
    environment.durableObjects().stream()
        .flatMap(binding -> binding.className().stream())
        .forEach(name -> known.add(name.value()));
    if (!known.contains(className.value()) && !EnvironmentView.isPlaceholder(className.value())) {
      report(
          className,
          ("The container class_name \"%s\" in \"previews.containers\" does not match any Durable"
                  + " Object class in your Wrangler config file")
              .formatted(className.value()),
          known);
    }
  }

  private void report(Span span, String message, Span other, String related) {
    out.accept(
        new Diagnostic(kind, subject.at(span), message).relatedTo(subject.at(other), related));
  }

  /** With the name that it most likely stands for. */
  private void report(Located<String> name, String message, Collection<String> known) {
    var place = subject.at(name.span());
    var found = new Diagnostic(kind, place, message);
    out.accept(
        NearestName.of(name.value(), List.copyOf(known))
            .map(near -> found.with(new Fix("Replace by \"" + near + "\"", place, near)))
            .orElse(found));
  }
}
