package dev.durascope.languageserver.types;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.ExportLookup;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.modules.ModuleGraph;
import dev.durascope.model.modules.NameUse;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The type of {@code env} that somebody has written in the project's own modules, as far as it is
 * about namespaces of objects.
 *
 * <p>The text is searched first, which costs little; the tree is asked, and imports are followed,
 * only about what the search finds to be amiss.
 */
public final class WrittenEnv {

  private static final String NAMESPACE = "DurableObjectNamespace";

  private static final Pattern MEMBER =
      Pattern.compile(
          "(?<![\\w$.])([A-Za-z_$][\\w$]*)(\\?)?\\s*:\\s*"
              + NAMESPACE
              + "\\b(?:\\s*<\\s*((?:import\\(\\s*[\"'][^\"'\\n]+[\"']\\s*\\)\\.)?[A-Za-z_$][\\w$]*)\\s*>)?"
              + "(?=\\s*[;,}\\n])");

  private static final Pattern IMPORTED =
      Pattern.compile("import\\(\\s*[\"']([^\"']+)[\"']\\s*\\)\\.(.+)");

  /** What says whose type of {@code env} a name is: a class of the platform's, a handler, Hono. */
  private static final String TAKERS =
      "(?:\\b(?:DurableObject|WorkerEntrypoint|WorkflowEntrypoint|ExportedHandler|Agent|McpAgent)\\s*<"
          + "|\\bBindings\\s*:)\\s*";

  private final Subject subject;
  private final ModuleGraph modules;

  private WrittenEnv(Subject subject) {
    this.subject = subject;
    this.modules = subject.modules();
  }

  /**
   * A member that is a namespace of objects.
   *
   * @param isOptional whether it may be missing
   * @param type the class between the angle brackets, as it is written
   */
  public record Member(
      SourceCode source, Located<String> name, boolean isOptional, Optional<Located<String>> type) {

    public Place place() {
      return new Place(source.file(), name.span());
    }
  }

  /** A class that stands in one of the project's modules. */
  public record KnownClass(SourceCode source, ClassCode type) {

    public Place place() {
      return new Place(source.file(), type.name().span());
    }

    public boolean isSameAs(KnownClass other) {
      return source.file().equals(other.source.file())
          && type.name().span().equals(other.type.name().span());
    }
  }

  /** Empty where no module writes such a type, as where it is generated. */
  public static Optional<WrittenEnv> of(Subject subject) {
    return subject.sources().stream().anyMatch(WrittenEnv::mayDeclare)
        ? Optional.of(new WrittenEnv(subject))
        : Optional.empty();
  }

  private static boolean mayDeclare(SourceCode source) {
    return source.file().toString().matches(".*\\.[mc]?tsx?")
        && source.code().words().contains(NAMESPACE);
  }

  /** What looks like a member, by the text alone. */
  public List<Member> members() {
    var found = new ArrayList<Member>();
    for (var source : subject.sources()) {
      if (mayDeclare(source)) {
        members(source, found);
      }
    }
    return found;
  }

  /** From one word to the next: tried at each character, the pattern takes longer than a parse. */
  private static void members(SourceCode source, List<Member> found) {
    var text = source.code().words().text();
    var member = MEMBER.matcher(text).useTransparentBounds(true);
    int read = 0;
    for (int at = text.indexOf(NAMESPACE); at >= 0; at = text.indexOf(NAMESPACE, at + 1)) {
      int start = nameBefore(text, at);
      if (start < read || !member.region(start, text.length()).lookingAt()) {
        continue;
      }
      read = member.end();
      var type =
          Optional.ofNullable(member.group(3))
              .map(name -> new Located<>(name, new Span(member.start(3), member.end(3))));
      found.add(
          new Member(
              source,
              new Located<>(member.group(1), new Span(member.start(1), member.end(1))),
              member.group(2) != null,
              type));
    }
  }

  /** Where the name begins that {@code : } and a type at {@code at} follow; -1 where none does. */
  private static int nameBefore(String text, int at) {
    int colon = beforeBlanks(text, at) - 1;
    if (colon < 0 || text.charAt(colon) != ':') {
      return -1;
    }
    int end = beforeBlanks(text, colon);
    end -= end > 0 && text.charAt(end - 1) == '?' ? 1 : 0;
    int start = end;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    return start < end ? start : -1;
  }

  private static int beforeBlanks(String text, int at) {
    int end = at;
    while (end > 0 && " \t\n\u000b\f\r".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$';
  }

  /**
   * The type that a member surely belongs to, by its name, if the Worker surely is given an {@code
   * env} of that type.
   */
  public Optional<String> owner(Member member) {
    return modules.uses(member.source().file(), member.name().value()).stream()
        .flatMap(
            use ->
                use instanceof NameUse.Signature(Span span, String owner, _)
                        && span.equals(member.name().span())
                        && !owner.isEmpty()
                    ? Optional.of(owner).stream()
                    : Optional.<String>empty().stream())
        .findFirst()
        .filter(owner -> isOfWorker(member.source().file(), owner));
  }

  private boolean isOfWorker(Path file, String owner) {
    var use = Pattern.compile(TAKERS + Pattern.quote(owner) + "\\b(?!\\s*[.\\[])").asPredicate();
    var parameter = Pattern.compile("\\benv\\s*:\\s*" + Pattern.quote(owner) + "\\b").asPredicate();
    return subject.sources().stream()
        .filter(source -> source.code().words().contains(owner))
        .filter(source -> takes(source, use, parameter))
        .anyMatch(source -> means(source.file(), owner, file));
  }

  private static boolean takes(
      SourceCode source, Predicate<String> use, Predicate<String> parameter) {
    var text = source.code().words().text();
    return use.test(text)
        || source.code().environments().stream()
            .anyMatch(environment -> parameter.test(environment.span().of(text)));
  }

  /** Whether {@code name} in {@code from} is the type of that name that {@code file} declares. */
  private boolean means(Path from, String name, Path file) {
    return modules.uses(from, name).stream()
        .anyMatch(
            use ->
                use instanceof NameUse.Imported(_, String specifier, boolean aliased)
                    ? !aliased
                        && modules
                            .target(from, specifier)
                            .map(target -> modules.find(target, name))
                            .filter(found -> isIn(found, file))
                            .isPresent()
                    : use instanceof NameUse.Declaration && from.equals(file));
  }

  private static boolean isIn(ExportLookup found, Path file) {
    return switch (found) {
      case TypeOnly(Path at, _) -> at.equals(file);
      case Exported(_, Path at, _) -> at.equals(file);
      case ExportLookup.NotExported _, ExportLookup.Unknown _ -> false;
    };
  }

  /** The class that a member's type names, where that is sure. */
  public Optional<KnownClass> typeOf(Member member) {
    var file = member.source().file();
    return member.type().flatMap(type -> named(file, type.value()));
  }

  private Optional<KnownClass> named(Path file, String written) {
    var imported = IMPORTED.matcher(written);
    if (imported.matches()) {
      return exported(file, imported.group(1), imported.group(2));
    }
    for (var use : modules.uses(file, written)) {
      if (use instanceof NameUse.Declaration) {
        return in(file, written);
      }
      if (use instanceof NameUse.Imported(_, String specifier, boolean aliased) && !aliased) {
        return exported(file, specifier, written);
      }
    }
    return Optional.empty();
  }

  private Optional<KnownClass> exported(Path from, String specifier, String name) {
    return modules
        .target(from, specifier)
        .flatMap(target -> known(modules.find(target, name), name));
  }

  /** The class of this name that an entry point exports, where it is declared by that name. */
  public Optional<KnownClass> known(ExportLookup lookup, String name) {
    return lookup instanceof Exported(_, Path at, _) ? in(at, name) : Optional.empty();
  }

  private Optional<KnownClass> in(Path file, String name) {
    var found =
        subject.sources().stream()
            .filter(source -> source.file().equals(file))
            .flatMap(
                source -> source.code().classes().stream().map(it -> new KnownClass(source, it)))
            .filter(each -> each.type().name().value().equals(name))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** How the module of {@code member} writes the type of {@code known}. */
  public String written(Member member, KnownClass known) {
    var file = member.source().file();
    var name = known.type().name().value();
    if (named(file, name).filter(known::isSameAs).isPresent()) {
      return name;
    }
    var directory = Optional.ofNullable(file.getParent()).orElse(file);
    var path = directory.relativize(known.source().file()).toString().replace('\\', '/');
    var bare = path.replaceFirst("\\.[mc]?[jt]sx?$", "");
    return "import(\"%s\").%s".formatted(bare.startsWith("../") ? bare : "./" + bare, name);
  }

  /**
   * Whether this configuration is the only one that the code may run with: no other of the
   * workspace declares the name, none lies beside it, and no script names one.
   */
  public boolean isOnlyBoundHere(String name) {
    var config = subject.config();
    return ConfigFiles.NAMES.contains(config.fileName())
        && subject.neighbours().stream()
            .flatMap(neighbour -> neighbour.config().environments().stream())
            .flatMap(environment -> environment.bindingNames().stream())
            .noneMatch(binding -> binding.name().value().equals(name))
        && subject.surroundings().files().filesIn(config.directory()).stream()
            .noneMatch(file -> ConfigFiles.isConfig(file) && !file.equals(config.file()))
        && subject.scripts().stream()
            .noneMatch(script -> script.text().matches(".*\\s(?:-c|--config)[\\s=].*"));
  }
}
