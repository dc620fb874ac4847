package dev.durascope.languageserver.analysis;

import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings the platform's {@code DurableObject} into a module, where it is not there yet. */
final class ImportEdit {

  static final String BASE = "DurableObject";

  static final String PLATFORM = "cloudflare:workers";

  private static final Pattern NAMED = Pattern.compile("(\\w+)(?:\\s+as\\s+(\\w+))?");

  private static final Pattern NAMESPACE = Pattern.compile("import\\s*\\*\\s*as\\s+(\\w+)");

  private final SourceCode source;
  private final String text;
  private final CodeStyle style;

  ImportEdit(SourceCode source, String text, CodeStyle style) {
    this.source = source;
    this.text = text;
    this.style = style;
  }

  /**
   * What the class is called in the module.
   *
   * @param edit how it comes there, where it has to
   */
  record Imported(String name, Optional<Fix.Edit> edit) {}

  Imported durableObject() {
    for (var specifier : source.code().imports()) {
      var statement = statement(specifier);
      if (specifier.value().equals(PLATFORM) && statement.isPresent()) {
        var found = within(statement.get());
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return new Imported(BASE, Optional.of(statementAtTop()));
  }

  private Optional<Imported> within(Span statement) {
    var written = statement.of(text);
    var namespace = NAMESPACE.matcher(written);
    if (namespace.find()) {
      return Optional.of(new Imported(namespace.group(1) + "." + BASE, Optional.empty()));
    }
    int brace = written.indexOf('{');
    if (brace < 0 || written.startsWith("import type")) {
      return Optional.empty();
    }
    for (var part : written.substring(brace + 1).split("[,}]", -1)) {
      var named = NAMED.matcher(part.strip());
      if (named.matches() && named.group(1).equals(BASE)) {
        var alias = Optional.ofNullable(named.group(2)).orElse(BASE);
        return Optional.of(new Imported(alias, Optional.empty()));
      }
    }
    var rest = written.substring(brace + 1);
    var blank = rest.substring(0, rest.length() - rest.stripLeading().length());
    // Behind the brace comes what came there before: a blank, a line's break, or nothing.
    return Optional.of(
        new Imported(
            BASE,
            Optional.of(
                edit(
                    statement.start() + brace + 1,
                    blank + BASE + "," + (blank.isEmpty() ? " " : "")))));
  }

  private Fix.Edit statementAtTop() {
    var line = style.from("import { " + BASE + " }", PLATFORM) + style.lineBreak();
    for (var specifier : source.code().imports()) {
      var statement = statement(specifier);
      if (statement.isPresent()) {
        return edit(statement.get().start(), line);
      }
    }
    int start = text.startsWith("#!") ? text.indexOf('\n') + 1 : 0;
    return edit(start, line + (text.isBlank() ? "" : style.lineBreak()));
  }

  /** Puts a line below the last import, or above everything. */
  Fix.Edit belowImports(String line) {
    for (var specifier : source.code().imports().reversed()) {
      if (statement(specifier).isPresent()) {
        int newline = text.indexOf('\n', specifier.span().end());
        return newline < 0
            ? edit(text.length(), style.lineBreak() + line + style.lineBreak())
            : edit(newline + 1, line + style.lineBreak());
      }
    }
    int start = text.startsWith("#!") ? text.indexOf('\n') + 1 : 0;
    return edit(start, line + style.lineBreak() + (text.isBlank() ? "" : style.lineBreak()));
  }

  /**
   * The import statement up to its specifier; empty where it is another kind of import, or does not
   * begin a line.
   */
  private Optional<Span> statement(Located<String> specifier) {
    int start = text.lastIndexOf("import", specifier.span().start());
    if (start < 0 || (start > 0 && text.charAt(start - 1) != '\n')) {
      return Optional.empty();
    }
    var span = new Span(start, specifier.span().start() - 1);
    return span.of(text).matches("(?s)import\\b[^'\"`;(]*") ? Optional.of(span) : Optional.empty();
  }

  private Fix.Edit edit(int at, String inserted) {
    return new Fix.Edit(new Place(source.file(), Span.at(at)), inserted);
  }
}
