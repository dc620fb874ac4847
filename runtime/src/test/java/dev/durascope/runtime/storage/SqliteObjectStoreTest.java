package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteObjectStoreTest extends ObjectStoreContract {

  @TempDir Path persist;

  @Override
  NamespaceStorage createNamespace() {
    return namespace(persist);
  }

  private static SqliteNamespaceStorage namespace(Path persist) {
    return SqliteNamespaceStorage.at(persist, "sample-Room");
  }

  private Path folder() {
    return persist.resolve("v3/do/sample-Room");
  }

  @Test
  void readingAndEmptyTransactionsLeaveNoFile() {
    try (var namespace = namespace(persist);
        var store = namespace.open(ID, "lobby")) {
      store.get("a");
      store.list(ListOptions.ALL);
      store.savepoint().release();
      store.savepoint().rollback();
      store.commit();
      namespace.alarms().next();
    }
    assertThat(folder()).doesNotExist();
  }

  @Test
  void aFolderNameMayHoldAnyCharacter() {
    Path odd = persist.resolve("a b?c=d&e%20f#g'h\"é");
    try (var namespace = namespace(odd);
        var store = namespace.open(ID, null)) {
      store.put("a", bytes("1"));
      store.commit();
    }
    assertThat(odd.resolve("v3/do/sample-Room").resolve(ID + ".sqlite")).isRegularFile();
  }

  /** The copy holds what the disk would hold if the process died at this very moment. */
  @Test
  void aCommitSurvivesTheDeathOfTheProcess() throws IOException {
    Path copy = persist.resolve("copy");
    try (var namespace = namespace(persist);
        var store = namespace.open(ID, null)) {
      store.put("a", bytes("1"));
      store.setAlarm(5);
      store.commit();
      store.put("b", bytes("pending"));
      Path target = Files.createDirectories(copy.resolve("v3/do/sample-Room"));
      try (var files = Files.list(folder())) {
        for (Path file : files.filter(f -> !f.toString().endsWith("-shm")).toList()) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
    try (var namespace = namespace(copy);
        var store = namespace.open(ID, null)) {
      assertThat(store.list(ListOptions.ALL)).containsExactly(new StoredEntry("a", bytes("1")));
      assertThat(store.alarm()).hasValue(5);
      assertThat(namespace.alarms().due(5)).hasSize(1);
    }
  }

  @Test
  void deleteAllTakesTablesOfEveryKind() throws SQLException {
    try (var namespace = namespace(persist);
        var store = namespace.open(ID, null)) {
      store.put("a", bytes("1"));
      store.commit();
      sql(
          "CREATE TABLE \"odd \"\"name\"(id INTEGER PRIMARY KEY AUTOINCREMENT, x)",
          "INSERT INTO \"odd \"\"name\"(x) VALUES (1)",
          "CREATE TABLE child(p REFERENCES \"odd \"\"name\"(id))",
          "INSERT INTO child VALUES (1)",
          "CREATE INDEX i ON child(p)",
          "CREATE VIEW v AS SELECT * FROM child",
          "CREATE TRIGGER t AFTER DELETE ON child BEGIN INSERT INTO child VALUES (2); END",
          "CREATE VIRTUAL TABLE f USING fts5(body)",
          "INSERT INTO f VALUES ('words')");
      assertThat(store.deleteAll(DeleteAllScope.CONTENT_AND_ALARM)).isEqualTo(1);
      store.commit();
      assertThat(namespace.inspector().object(ID)).isEmpty();
    }
    sql("CREATE TABLE \"odd \"\"name\"(id)");
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder().resolve(ID + ".sqlite"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
