package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.feature.ConfigTokens.Token;
import dev.durascope.model.config.NamedBinding;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the words of a configuration are, so that editors can tell them apart by colour: above all
 * which strings name classes and bindings, which no grammar knows.
 *
 * <p>All words of TOML have a kind, as many editors have no grammar for it. Of JSON, which they all
 * know, it is the names alone.
 */
public final class Highlighting {

  /** What a word is. */
  public enum Kind {
    COMMENT,
    TABLE,
    KEY,
    CLASS,
    BINDING,
    TAG,
    STRING,
    NUMBER,
    CONSTANT
  }

  /** A stretch of one line. */
  public record Word(Kind kind, Span span) {}

  private final WranglerConfig config;
  private final String text;

  /** What the configuration's meaning says of a stretch. */
  private final TreeMap<Integer, Word> names = new TreeMap<>();

  private final List<Word> words = new ArrayList<>();

  /** How many brackets are open. */
  private int depth;

  private Highlighting(WranglerConfig config) {
    this.config = config;
    this.text = config.document().text();
  }

  /** In the order of the text; no two overlap. */
  public static List<Word> of(WranglerConfig config) {
    var highlighting = new Highlighting(config);
    highlighting.names();
    if (!config.isToml()) {
      return List.copyOf(highlighting.names.values());
    }
    highlighting.toml(ConfigTokens.of(config));
    return List.copyOf(highlighting.words);
  }

  private void names() {
    for (var cursor : ConfigCursor.all(config)) {
      name(Target.inConfig(cursor)).ifPresent(kind -> put(kind, cursor.text().span()));
    }
    for (var environment : config.environments()) {
      environment.bindingNames().stream()
          .map(NamedBinding::name)
          .forEach(name -> put(Kind.BINDING, name.span()));
    }
  }

  private static Optional<Kind> name(Target target) {
    return switch (target) {
      case Target.ClassName _ -> Optional.of(Kind.CLASS);
      case Target.Tag _ -> Optional.of(Kind.TAG);
      case Target.Key _,
          Target.Entry _,
          Target.ContainerName _,
          Target.BindingName _,
          Target.BindingUse _,
          Target.ClassUse _ ->
          Optional.empty();
    };
  }

  private void put(Kind kind, Span span) {
    if (span.start() < span.end() && !span.of(text).contains("\n")) {
      names.put(span.start(), new Word(kind, span));
    }
  }

  private void toml(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); ) {
      int end = i + 1;
      while (end < tokens.size() && isOnLineOf(tokens.get(end - 1), tokens.get(end))) {
        end++;
      }
      line(tokens.subList(i, end));
      i = end;
    }
  }

  private boolean isOnLineOf(Token before, Token after) {
    return before.span().gapTo(after.span()).of(text).indexOf('\n') < 0;
  }

  private void line(List<Token> line) {
    boolean header = depth == 0 && line.getFirst().kind() == ConfigTokens.Kind.OPEN;
    for (int i = 0; i < line.size(); i++) {
      var token = line.get(i);
      switch (token.kind()) {
        case OPEN -> depth++;
        case CLOSE -> depth = Math.max(0, depth - 1);
        case COMMA, ASSIGN -> {}
        case COMMENT -> add(Kind.COMMENT, token.span());
        case STRING, WORD -> {
          var value = token.kind() == ConfigTokens.Kind.STRING ? Kind.STRING : bare(token);
          // A word that begins a line is going to be a key.
          boolean begun = i == 0 && depth == 0;
          add(header ? Kind.TABLE : begun || isKey(line, i) ? Kind.KEY : value, token.span());
        }
      }
    }
  }

  /** Whether only parts of a dotted key stand between the token and the next {@code =}. */
  private static boolean isKey(List<Token> line, int index) {
    int next = index + 1;
    while (next < line.size()
        && (line.get(next).kind() == ConfigTokens.Kind.STRING
            || line.get(next).kind() == ConfigTokens.Kind.WORD)) {
      next++;
    }
    return next < line.size() && line.get(next).kind() == ConfigTokens.Kind.ASSIGN;
  }

  private Kind bare(Token token) {
    return switch (token.span().of(text)) {
      case "true", "false" -> Kind.CONSTANT;
      default -> Kind.NUMBER;
    };
  }

  /** The stretch with the names in it, which part it, and so do the ends of lines. */
  private void add(Kind kind, Span span) {
    int at = span.start();
    for (var name : names.subMap(span.start(), span.end()).values()) {
      if (name.span().start() >= at && name.span().end() <= span.end()) {
        lines(kind, new Span(at, name.span().start()));
        words.add(name);
        at = name.span().end();
      }
    }
    lines(kind, new Span(at, span.end()));
  }

  private void lines(Kind kind, Span span) {
    int at = span.start();
    while (at < span.end()) {
      int lineBreak = text.indexOf('\n', at);
      int end = lineBreak < 0 || lineBreak > span.end() ? span.end() : lineBreak;
      int last = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      if (last > at) {
        words.add(new Word(kind, new Span(at, last)));
      }
      at = end + 1;
    }
  }
}
