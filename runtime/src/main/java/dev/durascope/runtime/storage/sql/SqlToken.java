package dev.durascope.runtime.storage.sql;

import java.util.Locale;

/**
 * A piece of SQL text; white space and comments are none.
 *
 * @param start its first character, in UTF-16 units from the beginning of the text
 * @param end the character after its last
 * @param text as it is written, quotes included
 */
public record SqlToken(Kind kind, int start, int end, String text) {
  /** What sort of token. */
  public enum Kind {
    /** A keyword or a plain name; SQL does not tell them apart before it is parsed. */
    WORD,
    /** A name in double quotes, backquotes or brackets. In double quotes it may be a string. */
    QUOTED,
    /** In single quotes. Where only a name can be, SQLite takes it for one. */
    STRING,
    /** A number or a blob. */
    LITERAL,
    /** A parameter: {@code ?}, {@code ?1}, {@code :name}, {@code @name}, {@code $name}. */
    VARIABLE,
    /** An operator or a bracket. */
    SYMBOL,
    /** The end of a statement. */
    SEMICOLON,
    /** No token of SQL, or one that does not end. */
    ILLEGAL
  }

  /** Whether this is a word, in any case. */
  public boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether this is one of some words, given in upper case. */
  boolean isOneOf(java.util.Set<String> words) {
    return kind == Kind.WORD && words.contains(text.toUpperCase(Locale.ROOT));
  }

  /** Whether this is an operator or a bracket. */
  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether this may name a table, a column or a function. */
  public boolean mayBeName() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
  }

  /** The text without its quotes. */
  public String value() {
    if (kind != Kind.QUOTED && kind != Kind.STRING) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    char quote = text.charAt(0);
    return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
  }
}
