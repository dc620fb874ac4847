package dev.durascope.languageserver.analysis;

import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.Module.Kind;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Has the entry point export a class that it does not: one that is there, if it is found where
 * people look first, else a new one, in the entry point or in a module of its own.
 */
public final class ClassCreation {

  private static final Pattern MODULE = Pattern.compile("(.*)\\.([mc]?)([jt])sx?");

  private static final Pattern WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** Where wrangler writes the type of {@code env}, for all modules to see. */
  private static final String GENERATED_TYPES = "worker-configuration.d.ts";

  private final Subject subject;
  private final EnvironmentView view;
  private final SourceCode entry;
  private final String text;
  private final String name;
  private final CodeStyle style;

  private ClassCreation(
      Subject subject, EnvironmentView view, SourceCode entry, String text, String name) {
    this.subject = subject;
    this.view = view;
    this.entry = entry;
    this.text = text;
    this.name = name;
    this.style = CodeStyle.of(text, entry.code());
  }

  /** The ways to do so, the best one first; none where the entry is no module that is written. */
  public static List<Fix> of(Subject subject, EnvironmentView view, String name) {
    var entry = view.sources().stream().filter(view::entersBy).findFirst();
    var text = entry.flatMap(source -> subject.text(source.file()));
    if (text.isEmpty()
        || !Identifiers.isIdentifier(name)
        || !MODULE.matcher(entry.get().file().toString()).matches()
        || (view.exportsNothing() && !text.get().isBlank())) {
      return List.of();
    }
    return new ClassCreation(subject, view, entry.get(), text.get(), name).fixes();
  }

  private List<Fix> fixes() {
    var exported = ownClass().or(this::otherModule);
    if (exported.isPresent()) {
      return List.of(exported.get());
    }
    var fixes = new ArrayList<Fix>();
    if (!declaresName(entry)) {
      fixes.add(here());
      ownModule().ifPresent(fixes::add);
    }
    return fixes;
  }

  private boolean declaresName(SourceCode source) {
    var quoted = Pattern.quote(name);
    return source.code().words().contains(name)
        && Pattern.compile(
                "\\b(?:class|const|let|var|function|enum)\\s+%s\\b|\\bimport\\b[^;'\"(]*\\b%s\\b"
                    .formatted(quoted, quoted))
            .matcher(text)
            .find();
  }

  /** The entry has the class, and keeps it to itself. */
  private Optional<Fix> ownClass() {
    var declaration =
        Pattern.compile("(?m)^(?:abstract\\s+)?class\\s+" + Pattern.quote(name) + "\\b");
    return entry.code().classes().stream()
        .filter(each -> each.name().value().equals(name))
        .flatMap(
            each ->
                declaration
                    .matcher(text)
                    .results()
                    .filter(found -> found.end() == each.name().span().end()))
        .findFirst()
        .map(
            found ->
                new Fix(
                    "Export \"" + name + "\"",
                    new Place(entry.file(), Span.at(found.start())),
                    "export "));
  }

  /** Another module exports the class: one that is imported, or one of the class's name. */
  private Optional<Fix> otherModule() {
    var graph = subject.modules();
    var files = new ArrayList<Path>();
    view.sources().stream()
        .filter(source -> source.code().words().contains(name))
        .map(SourceCode::file)
        .forEach(files::add);
    files.add(file(kebab()));
    files.add(file(name));
    return files.stream()
        .filter(file -> !file.equals(entry.file()) && subject.isFile(file))
        .filter(
            file ->
                graph.find(file, name) instanceof Exported(Kind kind, Path at, _)
                    && kind == Kind.CLASS
                    && at.equals(file))
        .findFirst()
        .map(
            file ->
                new Fix(
                    "Export \"%s\" from %s".formatted(name, view.relative(file)), reExport(file)));
  }

  private Fix here() {
    var title = "Create class \"%s\" in %s".formatted(name, view.relative(entry.file()));
    var base = new ImportEdit(entry, text, style).durableObject();
    var declaration =
        "export class %s extends %s {}"
            .formatted(name, base.name() + (mentionsEnv() ? "<Env>" : ""));
    var lineBreak = style.lineBreak();
    if (text.isBlank()) {
      var line = style.from("import { " + ImportEdit.BASE + " }", ImportEdit.PLATFORM);
      return new Fix(
          title,
          new Place(entry.file(), new Span(0, text.length())),
          line + lineBreak + lineBreak + declaration + lineBreak);
    }
    var edits = new ArrayList<Fix.Edit>();
    base.edit().ifPresent(edits::add);
    edits.add(
        new Fix.Edit(
            new Place(entry.file(), new Span(text.stripTrailing().length(), text.length())),
            lineBreak + lineBreak + declaration + lineBreak));
    return new Fix(title, edits);
  }

  private Optional<Fix> ownModule() {
    var file = file(hasCapitals() ? name : kebab());
    if (subject.isFile(file)) {
      return Optional.empty();
    }
    var code = new StringBuilder();
    var base = ImportEdit.BASE;
    code.append(style.from("import { " + base + " }", ImportEdit.PLATFORM))
        .append(style.lineBreak());
    if (isTypeScript()) {
      if (subject.hasSibling(GENERATED_TYPES)) {
        base += "<Env>";
      } else if (Pattern.compile("(?m)^export (?:interface|type) Env\\b").matcher(text).find()) {
        base += "<Env>";
        code.append(style.from("import type { Env }", specifier(entry.file())))
            .append(style.lineBreak());
      }
    }
    code.append(style.lineBreak())
        .append("export class %s extends %s {}".formatted(name, base))
        .append(style.lineBreak());
    return Optional.of(
        new Fix(
            "Create class \"%s\" in %s".formatted(name, view.relative(file)),
            List.of(reExport(file)),
            List.of(new Fix.Created(file, code.toString()))));
  }

  private Fix.Edit reExport(Path file) {
    return new ImportEdit(entry, text, style)
        .belowImports(style.from("export { " + name + " }", specifier(file)));
  }

  /** The path of {@code file} as the entry, or a module beside it, imports it. */
  private String specifier(Path file) {
    var directory = Optional.ofNullable(entry.file().getParent()).orElse(entry.file());
    var path = directory.relativize(file).toString().replace('\\', '/');
    var bare = path.replaceFirst("\\.[mc]?[jt]sx?$", "") + style.ending();
    return bare.startsWith(".") ? bare : "./" + bare;
  }

  /** The module of this name beside the entry, in the entry's language. */
  private Path file(String stem) {
    var matcher = MODULE.matcher(entry.file().getFileName().toString());
    var ending = matcher.matches() ? matcher.group(2) + matcher.group(3) + "s" : "js";
    return entry.file().resolveSibling(stem + "." + ending);
  }

  private String kebab() {
    return WORDS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** Whether the entry's own imports come from files that are named as classes are. */
  private boolean hasCapitals() {
    return entry.code().imports().stream()
        .anyMatch(specifier -> specifier.value().matches("\\..*/[A-Z][^/]*"));
  }

  private boolean mentionsEnv() {
    return isTypeScript()
        && (entry.code().words().contains("Env") || subject.hasSibling(GENERATED_TYPES));
  }

  private boolean isTypeScript() {
    return entry.file().toString().matches(".*\\.[mc]?tsx?");
  }
}
