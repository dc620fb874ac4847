package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.feature.ConfigTokens.Kind;
import dev.durascope.languageserver.feature.ConfigTokens.Token;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes a configuration's text even, and touches nothing but its blanks.
 *
 * <p>Lines stay lines: none is joined or broken, and empty ones stay, because how a configuration
 * is laid out is its author's. What is made even: how far lines are indented, one blank on both
 * sides of TOML's {@code =} and one behind JSON's {@code :}, a blank behind a comma and before a
 * comment, no blank at the end of a line, one line break at the end of the file. Several brackets
 * that open on one line indent once. The insides of strings and comments are as they were.
 *
 * <p>A text with a fault is left alone: what its blanks mean is not known.
 */
public final class Formatting {

  /** Blanks that become others. */
  public record Change(Span span, String text) {}

  private final String text;
  private final String unit;
  private final boolean toml;
  private final Deque<Integer> openedAt = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private int level;

  private Formatting(WranglerConfig config, String unit) {
    this.text = config.document().text();
    this.toml = config.isToml();
    this.unit = unit;
  }

  /**
   * In the order of the text; none where it is well formed and even.
   *
   * @param unit what a line is indented by, once
   */
  public static List<Change> of(WranglerConfig config, String unit) {
    if (!config.document().problems().isEmpty()) {
      return List.of();
    }
    var formatting = new Formatting(config, unit);
    formatting.format(ConfigTokens.of(config));
    return List.copyOf(formatting.changes);
  }

  private void format(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    var first = tokens.getFirst();
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    replace(
        new Span(start, first.span().start()),
        broken(text.substring(start, first.span().start()), ""));
    follow(first);
    for (int i = 1; i < tokens.size(); i++) {
      between(tokens.get(i - 1), tokens.get(i));
    }
    end(tokens.getLast().span().end());
  }

  private void between(Token before, Token after) {
    var span = before.span().gapTo(after.span());
    var blanks = span.of(text);
    if (blanks.indexOf('\n') < 0) {
      replace(span, inLine(before, after, blanks));
    } else {
      level = levelOf(after);
      replace(span, broken(blanks, unit.repeat(level)));
    }
    follow(after);
  }

  /** How far the line is indented that {@code first} begins. */
  private int levelOf(Token first) {
    if (openedAt.isEmpty()) {
      return 0;
    }
    return openedAt.getLast() + (first.kind() == Kind.CLOSE ? 0 : 1);
  }

  private void follow(Token token) {
    if (token.kind() == Kind.OPEN) {
      openedAt.addLast(level);
    } else if (token.kind() == Kind.CLOSE) {
      openedAt.pollLast();
    }
  }

  private String inLine(Token before, Token after, String blanks) {
    if (before.kind() == Kind.ASSIGN) {
      return " ";
    }
    return switch (after.kind()) {
      case ASSIGN -> toml ? " " : before.kind() == Kind.COMMENT ? blanks : "";
      case COMMA -> before.kind() == Kind.COMMENT ? blanks : "";
      case COMMENT -> atLeastOne(blanks);
      case STRING, WORD, OPEN -> before.kind() == Kind.COMMA ? atLeastOne(blanks) : blanks;
      case CLOSE -> blanks;
    };
  }

  private static String atLeastOne(String blanks) {
    return blanks.isEmpty() ? " " : blanks;
  }

  /** The line breaks alone, as they are written, and the indent of the line after them. */
  private static String broken(String blanks, String indent) {
    return blanks.replaceAll("[ \\t]", "") + indent;
  }

  private void end(int end) {
    var lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    replace(new Span(end, text.length()), lineBreak);
  }

  private void replace(Span span, String blanks) {
    if (!span.of(text).equals(blanks)) {
      changes.add(new Change(span, blanks));
    }
  }
}
