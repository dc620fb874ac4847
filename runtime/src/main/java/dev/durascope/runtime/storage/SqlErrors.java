package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.sql.SqlStatement;
import dev.durascope.runtime.storage.sql.SqlToken;
import dev.durascope.runtime.storage.sql.Utf8Offset;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite's errors as the platform words them: {@code MESSAGE at offset N: SQLITE_ERROR (extended:
 * …)}.
 *
 * <p>SQLite knows the offset, in bytes, but the driver does not tell it. It is found again: a
 * syntax error by offering SQLite the beginnings of the text, the others by the name they complain
 * of. Those that have no offset in SQLite get none here.
 */
final class SqlErrors {
  private static final int PRIMARY = 0xFF;

  /** How many beginnings of a text are tried. */
  private static final int MAX_PROBES = 64;

  private static final Pattern SYNTAX =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern UNKNOWN_TOKEN =
      Pattern.compile("unrecognized token: \"(.*)\"", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:no such column: |ambiguous column name: |no such function: |unknown database "
              + "|wrong number of arguments to function |misuse of aggregate: "
              + "|misuse of window function |misuse of aliased aggregate )"
              + "\"?([^\"]*?)\"?(?:\\(\\))?(?: - should this be .*)?",
          Pattern.DOTALL);
  private static final Pattern EXISTS =
      Pattern.compile("(?:table|view|trigger) (.*) already exists", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("variable number must be between \\?1 and \\?(\\d+)");

  private SqlErrors() {}

  /**
   * The message for user code.
   *
   * @param probe what SQLite says to a text, without running it; empty if nothing is wrong with it
   */
  static String message(
      SQLException e, SqlStatement statement, Function<String, Optional<String>> probe) {
    var said = said(e);
    var message = new StringBuilder(said);
    offset(said, statement, probe)
        .ifPresent(at -> message.append(" at offset ").append(Utf8Offset.of(statement.text(), at)));
    return withCode(message, e);
  }

  /** The message of an error that belongs to no statement of user code. */
  static String message(SQLException e) {
    return withCode(new StringBuilder(said(e)), e);
  }

  private static String withCode(StringBuilder message, SQLException e) {
    var primary = SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY);
    message.append(": ").append(primary.name());
    if (e instanceof SQLiteException precise && precise.getResultCode() != primary) {
      message.append(" (extended: ").append(precise.getResultCode().name()).append(')');
    }
    return message.toString();
  }

  /** SQLite's own words, without what the driver puts around them. */
  static String said(SQLException e) {
    var text = String.valueOf(e.getMessage());
    if (e instanceof SQLiteException precise) {
      var before = precise.getResultCode() + " (";
      if (text.startsWith(before) && text.endsWith(")")) {
        return text.substring(before.length(), text.length() - 1);
      }
    }
    return text;
  }

  private static OptionalInt offset(
      String said, SqlStatement statement, Function<String, Optional<String>> probe) {
    Matcher syntax = SYNTAX.matcher(said);
    if (syntax.matches()) {
      return syntaxError(said, syntax.group(1), statement, probe);
    }
    Matcher unknown = UNKNOWN_TOKEN.matcher(said);
    if (unknown.matches()) {
      return first(
          statement,
          token ->
              token.kind() == SqlToken.Kind.ILLEGAL && token.text().startsWith(unknown.group(1)));
    }
    Matcher named = NAMED.matcher(said);
    if (named.matches()) {
      return name(statement, named.group(1));
    }
    Matcher exists = EXISTS.matcher(said);
    if (exists.matches()) {
      return first(statement, token -> token.mayBeName() && same(token, unquoted(exists.group(1))));
    }
    Matcher parameter = PARAMETER.matcher(said);
    if (parameter.matches()) {
      var limit = Integer.parseInt(parameter.group(1));
      return first(
          statement, token -> token.text().matches("\\?\\d+") && !isWithin(token.text(), limit));
    }
    return OptionalInt.empty();
  }

  private static boolean isWithin(String parameter, int limit) {
    var digits = parameter.substring(1);
    return digits.length() < 9
        && Integer.parseInt(digits) >= 1
        && Integer.parseInt(digits) <= limit;
  }

  private static String unquoted(String name) {
    return name.length() > 1 && "\"'`[".indexOf(name.charAt(0)) >= 0
        ? name.substring(1, name.length() - 1)
        : name;
  }

  /** The first token with this text at which SQLite gives up. */
  private static OptionalInt syntaxError(
      String said, String near, SqlStatement statement, Function<String, Optional<String>> probe) {
    var probes = 0;
    for (var token : statement.tokens()) {
      if (!token.text().equals(near) || ++probes > MAX_PROBES) {
        continue;
      }
      var beginning = statement.text().substring(0, token.end());
      if (probe.apply(beginning).equals(Optional.of(said))) {
        return OptionalInt.of(token.start());
      }
    }
    if (near.equals(";") && statement.text().endsWith(";")) {
      return OptionalInt.of(statement.text().length() - 1);
    }
    return OptionalInt.empty();
  }

  /** Where {@code a}, or {@code a.b}, is written. */
  private static OptionalInt name(SqlStatement statement, String name) {
    List<SqlToken> tokens = statement.tokens();
    var parts = name.split("\\.", -1);
    for (int i = 0; i < tokens.size(); i++) {
      if (isNameAt(tokens, i, parts) && !(i > 0 && tokens.get(i - 1).is("AS"))) {
        return OptionalInt.of(tokens.get(i).start());
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isNameAt(List<SqlToken> tokens, int at, String[] parts) {
    if (at + 2 * parts.length - 1 > tokens.size()) {
      return false;
    }
    for (int part = 0; part < parts.length; part++) {
      var token = tokens.get(at + 2 * part);
      if (!token.mayBeName() || !same(token, parts[part])) {
        return false;
      }
      if (part > 0 && !tokens.get(at + 2 * part - 1).text().equals(".")) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(SqlToken token, String name) {
    return token.value().equalsIgnoreCase(name);
  }

  private static OptionalInt first(
      SqlStatement statement, java.util.function.Predicate<SqlToken> condition) {
    return statement.tokens().stream().filter(condition).mapToInt(SqlToken::start).findFirst();
  }
}
