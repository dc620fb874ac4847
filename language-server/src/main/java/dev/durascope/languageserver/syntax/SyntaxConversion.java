package dev.durascope.languageserver.syntax;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration in the other syntax: {@code wrangler.toml} becomes {@code wrangler.jsonc}, and
 * the other way round, with the comments where they belong and the keys in their order, as far as
 * TOML, where a table ends what is above it, lets them.
 *
 * <p>What is written is read again: it has to say the same, and to have every comment. A text in
 * which that fails is not converted, nor one with a fault of syntax, a date or a null.
 */
public final class SyntaxConversion {

  private static final String SCHEMA = "$schema";

  /** How TOML names its schema, to the editors that know one. */
  private static final String DIRECTIVE = ":schema ";

  private SyntaxConversion() {}

  /** The new file, without the old one, and with the scripts of package.json that name it. */
  public static Optional<Fix> of(Subject subject) {
    var config = subject.config();
    var target = target(config);
    if (subject.isFile(target)) {
      return Optional.empty();
    }
    return textOf(config)
        .map(
            text ->
                new Fix(
                    "Convert to " + target.getFileName(),
                    mentions(subject, target),
                    List.of(new Fix.Created(target, text), new Fix.Deleted(config.file()))));
  }

  /** The file that the other syntax has. */
  public static Path target(WranglerConfig config) {
    var name = config.fileName();
    var stem = name.substring(0, name.lastIndexOf('.'));
    return config.file().resolveSibling(stem + (config.isToml() ? ".jsonc" : ".toml"));
  }

  /** The text in the other syntax; empty where it cannot say the same. */
  public static Optional<String> textOf(WranglerConfig config) {
    var document = config.document();
    if (!document.problems().isEmpty()) {
      return Optional.empty();
    }
    var notes = Notes.of(document, config.isToml());
    try {
      var schema = schema(config);
      var text =
          config.isToml()
              ? withoutDirective(
                  JsonText.of(document.root(), notes, document.text(), schema), schema)
              : TomlText.of(document.root(), notes, schema);
      var converted = document.text().contains("\r\n") ? text.replace("\n", "\r\n") : text;
      return says(config, converted) ? Optional.of(converted) : Optional.empty();
    } catch (Untranslatable none) {
      return Optional.empty();
    }
  }

  private static Optional<String> schema(WranglerConfig config) {
    if (!config.isToml()) {
      return config.document().root().string(SCHEMA).map(located -> located.value());
    }
    return Comment.all(config.document().text(), true).stream()
        .flatMap(comment -> comment.lines().stream())
        .filter(line -> line.startsWith(DIRECTIVE))
        .map(line -> line.substring(DIRECTIVE.length()).strip())
        .findFirst();
  }

  private static String withoutDirective(String text, Optional<String> schema) {
    return schema
        .map(
            path ->
                text.replaceFirst(
                    "(?m)^ *//" + DIRECTIVE + Pattern.quote(path) + "[ \\t]*\\n\\n?", ""))
        .orElse(text);
  }

  private static boolean says(WranglerConfig config, String converted) {
    var after = WranglerConfig.parse(target(config), converted);
    return after.document().problems().isEmpty()
        && plain(after).equals(plain(config))
        && comments(after).equals(comments(config));
  }

  private static Map<String, @Nullable Object> plain(WranglerConfig config) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    for (var entry : config.document().root().entries()) {
      if (!entry.key().name().equals(SCHEMA)) {
        plain.put(entry.key().name(), entry.value().toPlain());
      }
    }
    return plain;
  }

  /** What is commented, in no order: a table may have moved behind a statement. */
  private static List<String> comments(WranglerConfig config) {
    return Comment.all(config.document().text(), config.isToml()).stream()
        .flatMap(comment -> comment.lines().stream())
        .filter(line -> !line.startsWith(DIRECTIVE))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }

  private static List<Fix.Edit> mentions(Subject subject, Path target) {
    var edits = new ArrayList<Fix.Edit>();
    var name = Pattern.quote(subject.config().fileName());
    var option = Pattern.compile("(?:-c|--config)[ =](?:\\./)?(" + name + ")(?![\\w.-])");
    for (var script : subject.scripts()) {
      var matcher = option.matcher(script.text());
      while (matcher.find()) {
        int start = script.place().span().start();
        edits.add(
            new Fix.Edit(
                new Place(
                    script.place().file(),
                    new Span(start + matcher.start(1), start + matcher.end(1))),
                String.valueOf(target.getFileName())));
      }
    }
    return edits;
  }
}
