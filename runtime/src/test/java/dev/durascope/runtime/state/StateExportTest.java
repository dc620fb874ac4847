package dev.durascope.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.durable.DurableObjectIds;
import dev.durascope.runtime.storage.PeerState;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import dev.durascope.runtime.storage.StateFolder;
import dev.durascope.runtime.storage.StorageException;
import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State as text, and back from it. */
class StateExportTest {
  private static final StateClass NOTES = new StateClass("notes", "Notebook");
  private static final ExportReader.Options PLAINLY =
      new ExportReader.Options(Optional.empty(), Optional.empty(), false, false);

  @TempDir Path folder;

  @Test
  void whatWranglerStoredIsTheSameAfterATrip() throws Exception {
    PeerState.copyTo(folder.resolve("theirs"));
    var theirs = at("theirs");
    var text = export(theirs);
    read(at("copy"), text, PLAINLY);
    assertThat(export(at("copy"))).isEqualTo(text);
    for (var type : theirs.classes()) {
      var key = type.uniqueKey();
      var here = at("copy").folder().ofClass(key);
      for (var id : theirs.folder().ofClass(key).objectIds()) {
        assertThat(PeerState.specimens(folder.resolve("copy"), key, id))
            .usingRecursiveComparison()
            .isEqualTo(PeerState.specimens(folder.resolve("theirs"), key, id));
      }
      assertThat(here.alarms()).isEqualTo(theirs.folder().ofClass(key).alarms());
    }
  }

  @Test
  void tablesOfAllKindsAreCarried() throws Exception {
    var sql =
        List.of(
            "CREATE TABLE plain(a, b)",
            "INSERT INTO plain VALUES (1, 'one'), (9007199254740993, x'00FF'), (1.0, NULL), (-1.5,"
                + " ''), (x'', 'line'||char(10)||char(0)||'end')",
            "INSERT INTO plain(rowid, a) VALUES (77, 9e999)",
            "CREATE TABLE counted(id INTEGER PRIMARY KEY AUTOINCREMENT, twice AS (id * 2))",
            "INSERT INTO counted(id) VALUES (41)",
            "DELETE FROM counted",
            "CREATE TABLE keyed(k TEXT PRIMARY KEY, v) WITHOUT ROWID",
            "INSERT INTO keyed VALUES ('k', CAST(x'ff61' AS TEXT))",
            "CREATE UNIQUE INDEX by_b ON plain(b)",
            "CREATE VIEW seen AS SELECT a FROM plain",
            "CREATE TRIGGER log AFTER INSERT ON keyed BEGIN INSERT INTO plain(a) VALUES"
                + " ('fired'); END",
            "CREATE VIRTUAL TABLE texts USING fts5(body, tokenize = 'porter')",
            "INSERT INTO texts VALUES ('running quickly'), ('walks')",
            "CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1)",
            "INSERT INTO boxes VALUES (1, 0, 10)");
    write(idOfA(NOTES), store -> sql.forEach(each -> store.sql().execute(each, List.of())));

    var text = export(at("own"));
    read(at("copy"), text, PLAINLY);

    assertThat(export(at("copy"))).isEqualTo(text);
    assertThat(cells("copy", "SELECT body FROM texts WHERE texts MATCH 'run'"))
        .containsExactly("running quickly");
    assertThat(cells("copy", "SELECT id FROM boxes WHERE x1 > 5")).containsExactly(1L);
    assertThat(cells("copy", "SELECT rowid FROM plain WHERE a = 9e999")).containsExactly(77L);
    assertThat(cells("copy", "SELECT a FROM seen WHERE a = 'fired'")).isEmpty();
    assertThat(cells("copy", "SELECT hex(v) FROM keyed")).containsExactly("FF61");
    try (var edit = at("copy").folder().ofClass(NOTES.uniqueKey()).edit(idOfA(NOTES), null)) {
      var _ = edit.run("INSERT INTO texts(texts) VALUES ('integrity-check')");
      var _ = edit.run("INSERT INTO counted DEFAULT VALUES");
    }
    assertThat(cells("copy", "SELECT twice FROM counted")).containsExactly(84L);
  }

  @Test
  void inAnotherClassIdsFollowFromNames() throws Exception {
    write(idOfA(NOTES), store -> store.put("k", new byte[] {(byte) 0xFF, 0x0F, 'T'}));
    var diary = new StateClass("other", "Diary");
    var text = export(at("own"));
    read(
        at("copy"),
        text,
        new ExportReader.Options(Optional.of(diary), Optional.empty(), false, false));
    var files = at("copy").folder().ofClass(diary.uniqueKey());
    assertThat(files.objectIds()).containsExactly(idOfA(diary));
    try (var file = files.read(idOfA(diary))) {
      assertThat(file.name()).isEqualTo("a");
      assertThat(file.get("k")).isPresent();
    }
  }

  @Test
  void anObjectWithoutANameCannotChangeItsClass() throws Exception {
    PeerState.copyTo(folder.resolve("theirs"));
    var all = new StringWriter();
    var cabinets = List.of(new StateClass("sample", "Cabinet"));
    new StateExport(all).write(at("theirs"), cabinets, Optional.empty());
    var text = all.toString();
    var diary = Optional.of(new StateClass("other", "Diary"));
    assertThatThrownBy(
            () ->
                read(
                    at("copy"),
                    text,
                    new ExportReader.Options(diary, Optional.empty(), true, false)))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("has no name that is known");
    assertThat(at("copy").folder().classes())
        .allSatisfy(each -> assertThat(each.objectIds()).isEmpty());
    assertThat(
            read(at("copy"), text, new ExportReader.Options(diary, Optional.empty(), true, true))
                .skipped())
        .isPositive();
  }

  @Test
  void twoObjectsCannotBecomeOne() {
    PeerState.copyTo(folder.resolve("theirs"));
    var diary = Optional.of(new StateClass("other", "Diary"));
    assertThatThrownBy(
            () ->
                read(
                    at("copy"),
                    export(at("theirs")),
                    new ExportReader.Options(diary, Optional.empty(), false, true)))
        .hasMessageContaining("two objects would become the Diary \"lobby\"");
  }

  @Test
  void aDamagedTextChangesNothing() throws Exception {
    write(idOfA(NOTES), store -> store.put("k", new byte[] {(byte) 0xFF, 0x0F, 'T'}));
    var text = export(at("own"));
    var lines = text.lines().toList();
    assertRefused(String.join("\n", lines.subList(0, lines.size() - 1)), "cut off");
    assertRefused(text.replaceFirst("\\{\"key\".*\n", ""), "lines of the export are missing");
    assertRefused(text.replace("\"value\":true", "\"value\":{\"$date\":\"x\"}"), "line 4 is not");
    assertRefused(text.replace("{\"key\"", "{{"), "line 4 is no JSON: the export is damaged");
    assertRefused("{\"a\": 1}\n", "this is no export");
    assertRefused("", "the export is empty");
  }

  private void assertRefused(String text, String message) throws Exception {
    assertThatThrownBy(() -> read(at("copy"), text, PLAINLY))
        .isInstanceOf(StateException.class)
        .hasMessageContaining(message);
    var files = at("copy").folder().ofClass(NOTES.uniqueKey()).path();
    if (Files.isDirectory(files)) {
      try (var left = Files.list(files)) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void whatIsThereIsReplacedOnDemandOnly() throws Exception {
    write(idOfA(NOTES), store -> store.put("k", new byte[] {(byte) 0xFF, 0x0F, 'T'}));
    var text = export(at("own"));
    assertThatThrownBy(() -> read(at("own"), text, PLAINLY))
        .hasMessageContaining("there is an object Notebook \"a\" already");
    write(idOfA(NOTES), store -> store.put("more", new byte[] {(byte) 0xFF, 0x0F, 'F'}));
    read(
        at("own"), text, new ExportReader.Options(Optional.empty(), Optional.empty(), true, false));
    assertThat(export(at("own"))).isEqualTo(text);
  }

  @Test
  void anObjectThatIsOpenElsewhereIsNotReplaced() throws Exception {
    write(idOfA(NOTES), store -> store.put("k", new byte[] {(byte) 0xFF, 0x0F, 'T'}));
    var text = export(at("own"));
    try (var namespace = SqliteNamespaceStorage.at(folder.resolve("own"), NOTES.uniqueKey());
        var open = namespace.open(idOfA(NOTES), "a")) {
      open.put("k", new byte[] {(byte) 0xFF, 0x0F, 'F'});
      open.commit();
      assertThatThrownBy(
              () ->
                  read(
                      at("own"),
                      text,
                      new ExportReader.Options(Optional.empty(), Optional.empty(), true, false)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("End the other program that has this file open");
      assertThat(open.get("k").orElseThrow()[2]).isEqualTo((byte) 'F');
    }
  }

  private void write(String id, Consumer<dev.durascope.runtime.storage.ObjectStore> action) {
    try (var namespace = SqliteNamespaceStorage.at(folder.resolve("own"), NOTES.uniqueKey());
        var store = namespace.open(id, "a")) {
      action.accept(store);
      store.commit();
    }
  }

  private List<Object> cells(String name, String sql) throws Exception {
    try (var file = at(name).folder().ofClass(NOTES.uniqueKey()).read(idOfA(NOTES))) {
      return file.query(sql).rows().stream().map(row -> row.getFirst()).toList();
    }
  }

  private static String idOfA(StateClass type) {
    return new DurableObjectIds(type.uniqueKey(), new SecureRandom()).fromName("a").hex();
  }

  private ProjectState at(String name) {
    return new ProjectState(
        new StateFolder(folder.resolve(name)), Optional.empty(), Optional.empty());
  }

  private static String export(ProjectState state) throws Exception {
    var out = new StringWriter();
    new StateExport(out).write(state, state.classes(), Optional.empty());
    return out.toString();
  }

  private static ExportReader.Outcome read(
      ProjectState state, String text, ExportReader.Options options) throws Exception {
    return StateImport.read(state, new BufferedReader(new StringReader(text)), options);
  }
}
