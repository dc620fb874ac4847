package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.References.Found;
import dev.durascope.model.text.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another name for a class, a binding or a migration's tag, everywhere that speaks of it.
 *
 * <p>What it cannot be sure of it refuses in words. What reaches further than the texts is set
 * apart as {@link Offered}: the objects of a class follow its new name only if the lifecycle says
 * so, and a tag that is deployed is known to Cloudflare by its old name.
 */
public sealed interface Rename {

  /**
   * How it is done.
   *
   * @param edits those that nobody need think about; none overlap, those of {@code offered}
   *     included
   */
  record Edits(List<Fix.Edit> edits, List<Offered> offered) implements Rename {

    public Edits {
      edits = List.copyOf(edits);
      offered = List.copyOf(offered);
    }
  }

  /** Edits for somebody to say yes to. */
  record Offered(String label, String description, List<Fix.Edit> edits) {

    public Offered {
      edits = List.copyOf(edits);
    }
  }

  /** It is not done; {@code reason} is for people. */
  record Refused(String reason) implements Rename {}

  /** What can be renamed at {@code offset}, where it stands. */
  static Optional<Located<String>> at(List<Subject> subjects, Path file, int offset) {
    return References.find(subjects, file, offset).flatMap(found -> name(found.target()));
  }

  private static Optional<Located<String>> name(Target target) {
    return switch (target) {
      case Target.ClassName(var name) -> Optional.of(name);
      case Target.ClassUse(var name, _) -> Optional.of(name);
      case Target.BindingName(var name) -> Optional.of(name);
      case Target.BindingUse(var name) -> Optional.of(name);
      case Target.Tag(var tag) -> Optional.of(tag);
      case Target.ContainerName(var name) -> Optional.of(name);
      case Target.Entry _, Target.Key _ -> Optional.empty();
    };
  }

  static Rename to(String newName, List<Subject> subjects, Path file, int offset) {
    var found = References.find(subjects, file, offset);
    var name = found.flatMap(it -> name(it.target()));
    if (found.isEmpty() || name.isEmpty()) {
      return new Refused("There is nothing to rename here.");
    }
    var old = name.get().value();
    if (old.equals(newName)) {
      return new Edits(List.of(), List.of());
    }
    return checked(
        found.get(),
        subjects,
        old,
        switch (found.get().target()) {
          case Target.ClassName _ -> new RenamedClass(found.get(), subjects, old, old).to(newName);
          case Target.ClassUse(_, var className) ->
              new RenamedClass(found.get(), subjects, className, old).to(newName);
          case Target.BindingName _, Target.BindingUse _ ->
              RenamedBinding.to(found.get(), subjects, old, newName);
          case Target.Tag _ -> RenamedTag.to(found.get(), subjects, old, newName);
          case Target.ContainerName _ -> RenamedContainer.to(found.get(), subjects, old, newName);
          case Target.Entry _, Target.Key _ -> throw new IllegalStateException("has no name");
        });
  }

  /** The edits that put {@code newName} where a mention reads {@code old}, history left alone. */
  static List<Fix.Edit> replace(List<Mention> mentions, String old, String newName) {
    var edits = new ArrayList<Fix.Edit>();
    for (var mention : mentions) {
      if (mention.text().equals(old)) {
        switch (mention.form()) {
          case DECLARATION, USE -> edits.add(new Fix.Edit(mention.place(), newName));
          case SHORTHAND -> edits.add(new Fix.Edit(mention.place(), old + ": " + newName));
          case SHORTHAND_PATTERN -> edits.add(new Fix.Edit(mention.place(), newName + ": " + old));
          case HISTORY -> {}
        }
      }
    }
    return edits;
  }

  /** Several statements at one place, as two lists at a file's end, as one edit. */
  static List<Fix.Edit> merged(List<Fix.Edit> edits) {
    var byPlace = new TreeMap<Place, String>();
    for (var edit : edits) {
      byPlace.merge(
          edit.place(),
          edit.text(),
          (before, next) -> before.equals(next) ? before : before.stripTrailing() + next);
    }
    return byPlace.entrySet().stream()
        .map(each -> new Fix.Edit(each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * Does it on the configurations to see what comes out: a text in a form that the edits do not fit
   * is found here, and not by the user.
   */
  private static Rename checked(Found found, List<Subject> subjects, String old, Rename rename) {
    if (!(rename instanceof Edits(var edits, var offered))) {
      return rename;
    }
    var all = new ArrayList<>(edits);
    offered.forEach(each -> all.addAll(each.edits()));
    var fix = new Fix("", all);
    for (var subject : subjects) {
      var config = subject.config();
      boolean touched = all.stream().anyMatch(it -> it.place().file().equals(config.file()));
      var after = Renamed.config(config, fix);
      if (touched && !Renamed.isSound(config, after, found.target(), old)) {
        return new Refused(
            "%s is written in a form in which \"%s\" cannot be replaced safely."
                .formatted(config.fileName(), old));
      }
    }
    return rename;
  }
}
