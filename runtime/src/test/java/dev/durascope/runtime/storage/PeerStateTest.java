package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.durascope.runtime.storage.StorageInspector.StoredObject;
import dev.durascope.runtime.wire.WireValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go back and forth between {@code wrangler dev} and us. */
class PeerStateTest {

  private static final long ALARM = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  @TempDir Path persist;

  private final JsonObject recorded = PeerState.recorded();

  private String lobby() {
    return recorded.getAsJsonObject("ids").get("lobby").getAsString();
  }

  private String nameless() {
    return recorded.get("unique").getAsString();
  }

  @Test
  void theirValuesAlarmsAndNamesAreRead() {
    PeerState.copyTo(persist);
    try (var namespace = SqliteNamespaceStorage.at(persist, "sample-Cabinet");
        var store = namespace.open(lobby(), "lobby")) {
      assertThat(store.alarm()).hasValue(ALARM);
      assertThat(WireValue.read(store.get("string").orElseThrow()))
          .isEqualTo(new WireValue.Text("hello"));
      List<String> order =
          recorded.getAsJsonArray("order").asList().stream().map(JsonElement::getAsString).toList();
      assertThat(store.list(ListOptions.ALL.withPrefix("order:")))
          .extracting(StoredEntry::key)
          .isEqualTo(order);
      assertThat(namespace.alarms().all())
          .containsExactly(
              new ScheduledAlarm(nameless(), null, ALARM),
              new ScheduledAlarm(lobby(), "lobby", ALARM));
      assertThat(namespace.inspector().objects(null, 10).items())
          .extracting(StoredObject::id)
          .containsExactly(nameless(), lobby());
      assertThat(namespace.inspector().object(lobby()).orElseThrow())
          .satisfies(
              object -> {
                assertThat(object.name()).isEqualTo("lobby");
                assertThat(object.alarm()).isEqualTo(OptionalLong.of(ALARM));
              });
    }
  }

  @Test
  void classesWithoutSqlAreStoredAlike() {
    PeerState.copyTo(persist);
    try (var namespace = SqliteNamespaceStorage.at(persist, "sample-LegacyCabinet");
        var store = namespace.open(recorded.get("legacy").getAsString(), "lobby")) {
      assertThat(store.list(ListOptions.ALL)).hasSizeGreaterThan(50);
      assertThat(store.alarm()).hasValue(ALARM);
    }
  }

  @Test
  void ourFilesHaveTheirSchemaAndSettings() throws SQLException {
    try (var namespace = SqliteNamespaceStorage.at(persist, "sample-Cabinet");
        var store = namespace.open(lobby(), "lobby")) {
      store.put("k", new byte[] {1});
      store.setAlarm(ALARM);
      store.commit();
    }
    Map<String, Map<String, String>> ours = new TreeMap<>();
    Map<String, Map<String, String>> theirs = new TreeMap<>();
    for (String file : List.of(lobby() + ".sqlite", "metadata.sqlite")) {
      ours.put(file, describe(persist.resolve("v3/do/sample-Cabinet").resolve(file)));
      theirs.put(file, describe(PeerState.schema().getAsJsonObject("sample-Cabinet/" + file)));
    }
    assertThat(ours).isEqualTo(theirs);
  }

  /** The recorded object also made a table of its own. */
  private static Map<String, String> describe(JsonObject schema) {
    Map<String, String> described = new TreeMap<>();
    for (JsonElement table : schema.getAsJsonArray("tables")) {
      JsonObject row = table.getAsJsonObject();
      if (row.get("name").getAsString().contains("_cf_")
          || row.get("name").getAsString().startsWith("__miniflare")) {
        described.put(row.get("name").getAsString(), row.get("sql").getAsString());
      }
    }
    described.put("journal_mode", schema.get("journalMode").getAsString());
    described.put("page_size", schema.get("pageSize").getAsString());
    described.put("auto_vacuum", schema.get("autoVacuum").getAsString());
    return described;
  }

  private static Map<String, String> describe(Path file) throws SQLException {
    Map<String, String> described = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master")) {
        while (rows.next()) {
          described.put(rows.getString(1), rows.getString(2));
        }
      }
      for (String pragma : List.of("journal_mode", "page_size", "auto_vacuum")) {
        try (ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
          described.put(pragma, rows.getString(1));
        }
      }
    }
    return described;
  }

  @Test
  void aTableOfAlarmsWithoutNamesIsUsedAsItIs() throws SQLException {
    Path file = persist.resolve("metadata.sqlite");
    String older =
        "CREATE TABLE _cf_ALARM (actor_id TEXT PRIMARY KEY, scheduled_time INTEGER) WITHOUT ROWID";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(older);
      statement.execute("INSERT INTO _cf_ALARM VALUES ('a', 5000000)");
    }
    try (var index = new SqliteAlarmIndex(persist, SqliteFile.Limits.STANDARD)) {
      index.set(new ScheduledAlarm("b", "named", 4));
      assertThat(index.all())
          .containsExactly(new ScheduledAlarm("b", null, 4), new ScheduledAlarm("a", null, 5));
    }
    assertThat(describe(file)).containsEntry("_cf_ALARM", older);
  }
}
