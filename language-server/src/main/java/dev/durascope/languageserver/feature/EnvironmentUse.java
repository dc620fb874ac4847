package dev.durascope.languageserver.feature;

import dev.durascope.model.modules.NameUse;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A property of {@code env} in the text of a module: {@code env.NAME}, {@code this.env["NAME"]},
 * {@code const { NAME } = c.env}, and its type in an interface.
 *
 * <p>Nothing here knows types: {@code env} is what is called so, and what a handler or a
 * constructor has for its second parameter.
 */
final class EnvironmentUse {

  /** The word, where it does not mean {@link #FOREIGN}. */
  static final String WORD = "(?<!\\bprocess\\.)(?<!\\bimport\\.meta\\.)\\benv";

  private static final Pattern USE =
      Pattern.compile(WORD + "\\s*(?:\\?\\.|\\.|\\[\\s*[\"'])\\s*([A-Za-z_$][\\w$-]*)");

  private static final Pattern OBJECT = Pattern.compile("(?:.*\\.)?[_#]?env");

  /** Other things of that name: what a bundler, and what Node.js has. */
  private static final Pattern FOREIGN = Pattern.compile("import\\.meta\\.env|process\\.env");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?:constructor|fetch|scheduled|queue|email|tail|tailStream|trace|test)\\(1\\)");

  private static final Pattern TYPE =
      Pattern.compile("(?:.*\\.)?(?!ProcessEnv)\\w*(?:Env|Bindings|Environment)");

  private static final Pattern NAMESPACE = Pattern.compile("DurableObjectNamespace\\b.*");

  private EnvironmentUse() {}

  /** The name that {@code offset} is in, where it stands; half-typed code included. */
  static Optional<Located<String>> at(String text, int offset) {
    int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int end = text.indexOf('\n', offset);
    var found = USE.matcher(text).region(start, end < 0 ? text.length() : end);
    while (found.find()) {
      var span = new Span(found.start(1), found.end(1));
      if (span.touches(offset)) {
        return Optional.of(new Located<>(found.group(1), span));
      }
    }
    return Optional.empty();
  }

  /** Whether the name is that of a property of {@code env}. */
  static boolean isUse(NameUse use) {
    return switch (use) {
      case NameUse.Member(_, var object) -> isEnvironment(object) || isType(object);
      case NameUse.Destructured(_, _, var from) ->
          isEnvironment(from) || PARAMETER.matcher(from).matches();
      case NameUse.Signature(_, var owner, var type) ->
          isType(owner) || NAMESPACE.matcher(type).matches();
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
          false;
    };
  }

  private static boolean isEnvironment(String object) {
    return OBJECT.matcher(object).matches() && !FOREIGN.matcher(object).matches();
  }

  private static boolean isType(String name) {
    return TYPE.matcher(name).matches();
  }
}
