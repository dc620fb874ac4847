package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Mention.Form;
import dev.durascope.model.config.MigrationStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All places that speak of what stands at a place: a class, a binding, a migration's tag.
 *
 * <p>Several configurations may lead to the same code; they are asked together, and those that have
 * an entry point in common speak of the same things.
 */
public final class References {

  private References() {}

  /** In the configurations and in all of the project's code. */
  public static List<Mention> of(List<Subject> subjects, Path file, int offset) {
    return find(subjects, file, offset).map(found -> all(found, subjects)).orElse(List.of());
  }

  /** In {@code file} alone, which is quick enough to be asked whenever the cursor moves. */
  public static List<Mention> inFile(List<Subject> subjects, Path file, int offset) {
    return find(subjects, file, offset)
        .map(found -> mentions(List.of(found.subject()), found.target(), List.of(file)))
        .orElse(List.of())
        .stream()
        .filter(mention -> mention.place().file().equals(file))
        .toList();
  }

  /** What is asked about, and the configuration that knows it. */
  record Found(Subject subject, Target target) {}

  static Optional<Found> find(List<Subject> subjects, Path file, int offset) {
    return subjects.stream()
        .flatMap(
            subject ->
                Target.at(subject, file, offset).map(target -> new Found(subject, target)).stream())
        .findFirst();
  }

  static List<Mention> all(Found found, List<Subject> subjects) {
    var together = together(found, subjects);
    var all =
        new TreeSet<>(mentions(together, found.target(), ProjectCode.of(found.subject()).files()));
    className(found.target())
        .ifPresent(
            className ->
                together.forEach(
                    subject -> all.addAll(ClassMentions.elsewhere(subject, className))));
    return List.copyOf(all);
  }

  private static Optional<String> className(Target target) {
    return switch (target) {
      case Target.ClassName(var name) -> Optional.of(name.value());
      case Target.ClassUse(_, var className) -> Optional.of(className);
      case Target.BindingName _,
          Target.BindingUse _,
          Target.Entry _,
          Target.Key _,
          Target.Tag _,
          Target.ContainerName _ ->
          Optional.empty();
    };
  }

  /** The configurations that speak of what was found: tags and containers are each one's own. */
  static List<Subject> together(Found found, List<Subject> subjects) {
    var together = new ArrayList<>(List.of(found.subject()));
    subjects.stream()
        .filter(subject -> !subject.equals(found.subject()))
        .filter(subject -> !(found.target() instanceof Target.Tag))
        .filter(subject -> !(found.target() instanceof Target.ContainerName))
        .filter(subject -> entries(subject).stream().anyMatch(entries(found.subject())::contains))
        .forEach(together::add);
    return together;
  }

  private static Collection<Path> entries(Subject subject) {
    return subject.views().stream()
        .map(EnvironmentView::entryFile)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static List<Mention> mentions(
      List<Subject> subjects, Target target, Collection<Path> files) {
    var found = new TreeSet<Mention>();
    for (var subject : subjects) {
      found.addAll(
          switch (target) {
            case Target.ClassName(var name) -> ClassMentions.of(subject, name.value(), files);
            case Target.ClassUse(_, var className) -> ClassMentions.of(subject, className, files);
            case Target.BindingName(var name) -> BindingMentions.of(subject, name.value(), files);
            case Target.BindingUse(var name) -> BindingMentions.of(subject, name.value(), files);
            case Target.Tag(var tag) -> tags(subject, tag.value());
            case Target.ContainerName(var name) -> ContainerMentions.of(subject, name.value());
            case Target.Entry _, Target.Key _ -> List.of();
          });
    }
    return List.copyOf(found);
  }

  /** The same step, where environments have a list of their own. */
  private static List<Mention> tags(Subject subject, String tag) {
    return subject.views().stream()
        .flatMap(view -> view.environment().migrations().stream())
        .map(MigrationStep::tag)
        .flatMap(Optional::stream)
        .filter(written -> written.value().equals(tag))
        .map(written -> new Mention(subject.at(written.span()), tag, Form.DECLARATION))
        .distinct()
        .toList();
  }
}
