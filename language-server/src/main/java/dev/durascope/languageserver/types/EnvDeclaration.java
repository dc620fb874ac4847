package dev.durascope.languageserver.types;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declaration of {@code Env} as {@code wrangler types} writes it, to the letter: whoever uses
 * both sees no difference, and the hash in its head tells wrangler that it is up to date.
 *
 * <p>Where there are environments, each has an interface of its own, and {@code Env} is what they
 * have in common, with the rest optional; a recipe that names an environment is about that alone.
 *
 * @param head the line that tells wrangler what made the file
 * @param body the types
 */
public record EnvDeclaration(String head, String body) {

  private static final int HASH_LENGTH = 32;

  /** The declaration for a configuration that has the environment which the recipe names. */
  public static EnvDeclaration of(Subject subject, TypesRecipe recipe, FurtherWorkers workers) {
    var body = new Writer(subject, recipe, workers).body();
    return new EnvDeclaration(TypesFile.HEAD + "`" + recipe + "` (hash: " + hash(body) + ")", body);
  }

  /** The whole text of a file that has nothing else. */
  public String text() {
    return "/* eslint-disable */\n" + head + "\n" + body;
  }

  /** Where the file of the recipe is. */
  public static Path file(Subject subject, TypesRecipe recipe) {
    return subject.config().directory().resolve(recipe.path()).normalize();
  }

  /** The members of the type of {@code env}, at the places of their names; without secrets. */
  public static SequencedMap<String, Located<String>> members(
      Subject subject, TypesRecipe recipe, FurtherWorkers workers) {
    return new Writer(subject, recipe, workers).members();
  }

  private static String hash(String body) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes the parts one after another. */
  private record Writer(Subject subject, TypesRecipe recipe, FurtherWorkers workers) {

    EnvironmentView view(Optional<String> name) {
      return subject.views().stream()
          .filter(each -> each.environment().name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no environment " + name.orElse("at the top level")));
    }

    private EnvMembers membersOf(EnvironmentView view) {
      var own =
          view(recipe.environment()).environment().workerName().orElse(FurtherWorkers.NAMELESS);
      return new EnvMembers(view, own, workers, file(subject, recipe), recipe.strictVars());
    }

    private Collection<String> secrets(EnvironmentView view) {
      return Secrets.of(subject, view.environment(), recipe.environment());
    }

    private boolean hasInterfaces() {
      return recipe.environment().isEmpty() && !subject.config().named().isEmpty();
    }

    SequencedMap<String, Located<String>> members() {
      var members = new LinkedHashMap<String, Located<String>>();
      if (!hasInterfaces()) {
        return membersOf(view(recipe.environment())).types(List.of(), false);
      }
      for (var view : subject.views()) {
        membersOf(view).types(List.of(), true).forEach(members::putIfAbsent);
      }
      return members;
    }

    String body() {
      var view = view(recipe.environment());
      var lines = new ArrayList<String>();
      var strings = new LinkedHashSet<String>();
      var interfaces = hasInterfaces() ? interfaces(lines, strings) : "";
      if (!hasInterfaces()) {
        var secrets = secrets(view);
        membersOf(view)
            .types(secrets, false)
            .forEach((name, type) -> lines.add(key(name) + ": " + type.value() + ";"));
        strings(view, secrets, strings);
      }
      var modules = ModuleDeclarations.of(view.environment());
      if (view.exportsNothing()) {
        return lines.stream()
            .map(line -> "declare const " + line)
            .collect(Collectors.joining("\n", "", "\n" + modules));
      }
      var internal = "__BaseEnv_" + recipe.envInterface();
      var text = new StringBuilder("interface " + internal + " {");
      lines.forEach(line -> text.append("\n\t").append(line));
      text.append("\n}\ndeclare namespace Cloudflare {");
      text.append(globalProps(view, membersOf(view).entryModule()));
      text.append(interfaces)
          .append("\n\tinterface Env extends ")
          .append(internal)
          .append(" {}\n}\ninterface ")
          .append(recipe.envInterface())
          .append(" extends ")
          .append(internal)
          .append(" {}");
      if (ProcessEnv.isPopulated(view) && !strings.isEmpty()) {
        text.append(ProcessEnv.types(strings));
      }
      return text.append("\n").append(modules).toString();
    }

    private static String globalProps(EnvironmentView view, Optional<String> module) {
      var lines = new StringBuilder();
      module.ifPresent(
          name -> lines.append("\n\t\tmainModule: typeof import(\"%s\");".formatted(name)));
      var classes = view.environment().lifecycle().live().keySet();
      if (!classes.isEmpty()) {
        lines.append(
            classes.stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(" | ", "\n\t\tdurableNamespaces: ", ";")));
      }
      return lines.isEmpty() ? "" : "\n\tinterface GlobalProps {" + lines + "\n\t}";
    }

    /** The environments' own interfaces; what they have together is added to {@code lines}. */
    private String interfaces(List<String> lines, Set<String> strings) {
      var text = new StringBuilder();
      var types = new LinkedHashMap<String, Set<String>>();
      var presence = new HashMap<String, Set<Optional<String>>>();
      var views = new ArrayList<>(subject.views());
      // Named environments first, and the top level, which has no interface, last.
      views.add(views.removeFirst());
      for (var view : views) {
        var secrets = secrets(view);
        var members = membersOf(view).types(secrets, true);
        members.forEach(
            (name, type) -> {
              types.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(type.value());
              presence
                  .computeIfAbsent(name, each -> new HashSet<>())
                  .add(view.environment().name());
            });
        strings(view, secrets, strings);
        view.environment()
            .name()
            .ifPresent(name -> text.append("\n\t").append(ownInterface(name, members)));
      }
      types.forEach(
          (name, each) ->
              lines.add(
                  "%s%s: %s;"
                      .formatted(
                          key(name),
                          presence.getOrDefault(name, Set.of()).size() == views.size() ? "" : "?",
                          String.join(" | ", each))));
      return text.toString();
    }

    private static String ownInterface(String environment, Map<String, Located<String>> members) {
      var name = interfaceName(environment);
      return members.isEmpty()
          ? "interface " + name + " {}"
          : members.entrySet().stream()
              .map(each -> "\t\t%s: %s;".formatted(key(each.getKey()), each.getValue().value()))
              .collect(Collectors.joining("\n", "interface " + name + " {\n", "\n\t}"));
    }

    /** The names whose values are texts in {@code process.env}: variables and secrets. */
    private static void strings(
        EnvironmentView view, Collection<String> secrets, Set<String> strings) {
      view.environment()
          .ownValue("vars")
          .flatMap(vars -> vars.asTable())
          .ifPresent(
              vars ->
                  vars.entries().stream()
                      .map(entry -> entry.key().name())
                      .filter(name -> !secrets.contains(name))
                      .forEach(strings::add));
      strings.addAll(secrets);
    }
  }

  /** {@code my-prod-env} is {@code MyProdEnv}. */
  static String interfaceName(String environment) {
    var name = new StringBuilder();
    for (var word : environment.split("[-_]", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return name.toString().endsWith("Env") ? name.toString() : name + "Env";
  }

  /** A member's name as TypeScript has it. */
  static String key(String name) {
    return Identifiers.isIdentifier(name)
        ? name
        : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
