package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.References.Found;
import dev.durascope.languageserver.feature.Rename.Edits;
import dev.durascope.languageserver.feature.Rename.Offered;
import dev.durascope.languageserver.feature.Rename.Refused;
import dev.durascope.model.modules.ExportLookup.Unknown;
import dev.durascope.model.modules.NameUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Another name for a class: in the code, in the bindings, and in the lifecycle. The migrations of
 * the past keep the old name; a new step leads from it to the new one.
 *
 * @param className its name in the configuration
 * @param written the name that is asked about, which may be another that the code has for it
 */
record RenamedClass(Found found, List<Subject> subjects, String className, String written) {

  /** Words that are no names. */
  private static final Set<String> RESERVED =
      Set.of(
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "implements",
          "import",
          "in",
          "instanceof",
          "interface",
          "let",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "static",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "var",
          "void",
          "while",
          "with",
          "yield");

  Rename to(String newName) {
    if (!Identifiers.isIdentifier(newName) || RESERVED.contains(newName)) {
      return new Refused("\"%s\" is no name for a class.".formatted(newName));
    }
    var code = ProjectCode.of(found.subject());
    var origins = code.origins(className);
    if (origins.isEmpty()) {
      return new Refused(nowhere());
    }
    for (var origin : origins) {
      if (isInstalled(origin.file())) {
        return new Refused("%s is a class of an installed package.".formatted(className));
      }
    }
    var mentions = References.all(found, subjects);
    var clash = clash(code, mentions, newName);
    if (clash.isPresent()) {
      return new Refused(clash.get());
    }
    var lifecycle = written.equals(className) ? lifecycle(newName) : List.<Fix.Edit>of();
    var edits = Rename.merged(Rename.replace(mentions, written, newName));
    return new Edits(
        edits,
        lifecycle.isEmpty()
            ? List.of()
            : List.of(
                new Offered(
                    "Keep the objects of " + className,
                    "Without it, %s starts with no objects, and Cloudflare refuses to deploy while %s has some."
                        .formatted(newName, className),
                    lifecycle)));
  }

  private String nowhere() {
    return found.subject().views().stream()
        .flatMap(
            view ->
                view.lookup(className) instanceof Unknown(var reason)
                    ? Optional.of(reason).stream()
                    : Optional.<String>empty().stream())
        .findFirst()
        .map(reason -> "It cannot be told where %s is declared: %s.".formatted(className, reason))
        .orElse("The code has no class %s.".formatted(className));
  }

  /** Why the name cannot be taken. */
  private Optional<String> clash(ProjectCode code, List<Mention> mentions, String newName) {
    var files = new LinkedHashSet<Path>();
    mentions.stream()
        .filter(mention -> mention.text().equals(written))
        .forEach(mention -> files.add(mention.place().file()));
    for (var file : files) {
      if (code.uses(file, newName).stream().anyMatch(RenamedClass::isTaken)) {
        return Optional.of("%s has a name %s already.".formatted(relative(file), newName));
      }
      if (code.uses(file, written).stream().anyMatch(use -> use instanceof NameUse.Unclear)) {
        return Optional.of(
            "%s cannot be read completely, so a place may be missed.".formatted(relative(file)));
      }
    }
    boolean known =
        written.equals(className)
            && subjects.stream()
                .anyMatch(subject -> CodeCursor.classNames(subject).contains(newName));
    return known
        ? Optional.of("There is a class %s already.".formatted(newName))
        : Optional.empty();
  }

  private String relative(Path file) {
    return found.subject().views().getFirst().relative(file);
  }

  private static boolean isTaken(NameUse use) {
    return switch (use) {
      case NameUse.Declaration _,
          NameUse.Reference _,
          NameUse.Shorthand _,
          NameUse.Imported _,
          NameUse.ImportedAs _,
          NameUse.ExportedLocal _,
          NameUse.ExportedAs _,
          NameUse.ReExported _,
          NameUse.ReExportedAs _,
          NameUse.Unclear _ ->
          true;
      case NameUse.Member _, NameUse.Destructured _, NameUse.Signature _ -> false;
    };
  }

  private static boolean isInstalled(Path file) {
    for (var part : file) {
      if (part.toString().equals("node_modules")) {
        return true;
      }
    }
    return false;
  }

  /** The same list of two environments is written to once. */
  private List<Fix.Edit> lifecycle(String newName) {
    var edits = new ArrayList<Fix.Edit>();
    for (var subject : References.together(found, subjects)) {
      for (var view : subject.views()) {
        var environment = view.environment();
        if (environment.lifecycle().find(className).isPresent()) {
          edits.addAll(LifecycleEdit.rename(subject.config(), environment, className, newName));
        }
      }
    }
    return Rename.merged(List.copyOf(new LinkedHashSet<>(edits)));
  }
}
