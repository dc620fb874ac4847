package dev.durascope.runtime.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlPolicyTest {
  private static Verdict judge(String text) {
    var statements = SqlScript.of(text).statements();
    assertThat(statements).hasSize(1);
    return SqlPolicy.judge(statements.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW v AS SELECT * FROM _cf_KV",
        "CREATE VIEW v AS SELECT * FROM a, '_cf_KV'",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM [_cf_KV]; END",
        "CREATE TABLE t AS SELECT * FROM `_cf_KV`",
        "CREATE TABLE t (a REFERENCES _cf_KV(key))",
        "CREATE VIRTUAL TABLE t USING fts5(a, content='_cf_KV')",
        "CREATE TABLE main . \"_cf_x\" (a)",
        "CREATE/**/TABLE--\n_CF_x(a)",
        "DROP TRIGGER _cf_t",
        "REINDEX _cf_KV",
        "ALTER TABLE t RENAME TO '_cf_x'",
        "CREATE TABLE temp.t (a)",
        "PRAGMA main.table_info(_cf_KV)",
        "PRAGMA writable_schema=ON",
        "SELECT * FROM pragma_database_list",
        "EXPLAIN ATTACH 'a' AS b",
      })
  void refuses(String text) {
    assertThat(judge(text)).isEqualTo(new Verdict.Refused(SqlPolicy.NOT_AUTHORIZED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM _cf_KV",
        "SELECT '_cf_KV'",
        "WITH a AS (SELECT 1) DELETE FROM _CF_KV",
        "INSERT INTO t VALUES ('_cf_x')",
        "SELECT * FROM('_cf_KV')",
      })
  void leavesToThePlan(String text) {
    assertThat(judge(text)).isInstanceOf(Verdict.UnlessReservedTable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (_cf_column)",
        "SELECT 'BEGIN'",
        "SELECT 1 AS pragma_x WHERE pragma_x = 'pragma_page_count'",
        "CREATE TABLE median (a)",
        "WITH mode(a) AS (SELECT 1) SELECT * FROM mode",
        "CREATE VIRTUAL TABLE t USING FTS5(a)",
        "END OF STORY",
      })
  void allows(String text) {
    assertThat(judge(text)).isInstanceOf(Verdict.Allowed.class);
  }

  @Test
  void cutsWhereSqliteDoes() {
    var text = " SELECT ';'; CREATE TRIGGER t BEGIN SELECT 1; END; ;SELECT 2 -- ;\n;-- end";
    assertThat(SqlScript.of(text).statements())
        .extracting(SqlStatement::text)
        .containsExactly(
            "SELECT ';';", "CREATE TRIGGER t BEGIN SELECT 1; END;", ";SELECT 2 -- ;\n;", "-- end");
    assertThat(SqlScript.of(text).statements().getLast().isEmpty()).isTrue();
  }

  /** A new version of SQLite brings new functions: each has to be put on one side. */
  @Test
  void everyFunctionIsEitherAllowedOrNot() throws SQLException {
    var known = new TreeSet<>(SqlFunctions.ALLOWED);
    known.addAll(SqlFunctions.FORBIDDEN);
    known.addAll(SqlFunctions.FOREIGN);
    try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT DISTINCT name FROM pragma_function_list")) {
      while (rows.next()) {
        assertThat(known).contains(rows.getString(1));
      }
    }
  }
}
