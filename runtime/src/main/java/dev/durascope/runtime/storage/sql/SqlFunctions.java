package dev.durascope.runtime.storage.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The functions that SQLite has here, and that a Durable Object has not. */
public final class SqlFunctions {
  /** What the platform allows, though SQLite here may lack one of them. */
  static final Set<String> ALLOWED =
      Set.of(
          ("-> ->> abs acos acosh asin asinh atan atan2 atanh avg bm25 ceil changes char coalesce"
                  + " concat concat_ws cos cosh count cume_dist current_date current_time"
                  + " current_timestamp date datetime degrees dense_rank exp first_value floor format"
                  + " glob group_concat hex highlight ifnull iif instr json json_array"
                  + " json_array_length json_each json_extract json_group_array json_group_object"
                  + " json_insert json_object json_patch json_quote json_remove json_replace json_set"
                  + " json_tree json_type json_valid jsonb jsonb_array jsonb_extract jsonb_group_array"
                  + " jsonb_group_object jsonb_insert jsonb_object jsonb_patch jsonb_remove"
                  + " jsonb_replace jsonb_set julianday lag last_insert_rowid last_value lead length"
                  + " like likelihood likely ln load_extension log log2 lower ltrim match max"
                  + " max_scalar min min_scalar mod nth_value ntile nullif octet_length percent_rank"
                  + " pi pow printf quote radians random randomblob rank replace round row_number"
                  + " rtreecheck rtrim sign sin sinh snippet soundex sqrt strftime string_agg substr"
                  + " substring sum tan tanh time timediff total total_changes trim trunc typeof unhex"
                  + " unicode unixepoch unlikely upper zeroblob")
              .split(" "));

  /** SQLite's own, which the platform does not allow. */
  static final Set<String> FORBIDDEN =
      Set.of(
          "ceiling",
          "fts5",
          "fts5_get_locale",
          "fts5_insttoken",
          "fts5_locale",
          "fts5_source_id",
          "if",
          "json_array_insert",
          "json_error_position",
          "json_pretty",
          "jsonb_array_insert",
          "log10",
          "power",
          "rtreedepth",
          "rtreenode",
          "sqlite_compileoption_get",
          "sqlite_compileoption_used",
          "sqlite_log",
          "sqlite_offset",
          "sqlite_source_id",
          "sqlite_version",
          "subtype",
          "unistr",
          "unistr_quote");

  /** Those of FTS3, of extensions and of the driver, which the platform's SQLite does not have. */
  static final Set<String> FOREIGN =
      Set.of(
          "atn2",
          "charindex",
          "cot",
          "coth",
          "difference",
          "fts3_tokenizer",
          "leftstr",
          "lower_quartile",
          "matchinfo",
          "median",
          "mode",
          "offsets",
          "optimize",
          "padc",
          "padl",
          "padr",
          "percentile",
          "percentile_cont",
          "percentile_disc",
          "proper",
          "replicate",
          "reverse",
          "rightstr",
          "square",
          "stdev",
          "strfilter",
          "upper_quartile",
          "variance");

  /** After these, a name with a bracket behind it is no function. */
  private static final Set<String> BEFORE_NAMES =
      Set.of("TABLE", "EXISTS", "INTO", "REFERENCES", "ON", "VIEW", "USING", "INDEX");

  private SqlFunctions() {}

  /** The error of the first function that may not be called. */
  static Optional<String> refusal(SqlStatement statement) {
    List<SqlToken> tokens = statement.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean call = tokens.get(i + 1).isSymbol("(") && token.mayBeName();
      if (!call
          || (i > 0 && namesSomethingElse(tokens.get(i - 1)))
          || isTableExpression(tokens, i)) {
        continue;
      }
      String name = token.value().toLowerCase(Locale.ROOT);
      int offset = Utf8Offset.of(statement.text(), token.start());
      if (FORBIDDEN.contains(name)) {
        return Optional.of(
            "not authorized to use function: "
                + token.value()
                + " at offset "
                + offset
                + ": SQLITE_ERROR");
      }
      if (FOREIGN.contains(name)) {
        return Optional.of(
            "no such function: " + token.value() + " at offset " + offset + ": SQLITE_ERROR");
      }
    }
    return Optional.empty();
  }

  private static boolean namesSomethingElse(SqlToken before) {
    return before.isOneOf(BEFORE_NAMES) || before.isSymbol(".");
  }

  /** {@code WITH name(column) AS (…)}. */
  private static boolean isTableExpression(List<SqlToken> tokens, int name) {
    int depth = 0;
    for (int i = name + 1; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")") && --depth == 0) {
        return i + 2 < tokens.size()
            && tokens.get(i + 1).is("AS")
            && (tokens.get(i + 2).isSymbol("(")
                || tokens.get(i + 2).is("MATERIALIZED")
                || tokens.get(i + 2).is("NOT"));
      }
    }
    return false;
  }
}
