package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.sql.SqlPolicy;
import dev.durascope.runtime.storage.sql.SqlScript;
import dev.durascope.runtime.storage.sql.Verdict;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The file of one object while a tool changes it, and nobody else has it open. */
public final class ObjectFileEdit implements AutoCloseable {
  private final SqliteFile file;
  private final @Nullable String givenName;

  ObjectFileEdit(SqliteFile file, @Nullable String name) {
    this.file = file;
    this.givenName = name;
  }

  /** The object's name, where it is known. */
  @Nullable String name() {
    return new NameTable(file).get().orElse(givenName);
  }

  void rename(String name) {
    new NameTable(file).set(name);
  }

  OptionalLong alarm() {
    return new MetadataTable(file).alarm();
  }

  /** Stores a value, and the object's name with it. */
  public void put(String key, byte[] value) {
    keepName();
    new KeyValueTable(file).put(key, value);
  }

  private void keepName() {
    if (givenName != null && new NameTable(file).get().isEmpty()) {
      new NameTable(file).set(givenName);
    }
  }

  /** Removes a key and returns whether it was there. */
  public boolean delete(String key) {
    return new KeyValueTable(file).delete(key);
  }

  /**
   * Runs all statements of a text in one transaction, under the rules for the object's own code.
   *
   * @return what the last one gives
   * @throws SqlException if one is not allowed
   */
  public ObjectFile.Answer run(String sql) {
    var statements = SqlScript.of(sql).statements();
    for (var statement : statements) {
      switch (SqlPolicy.judge(statement)) {
        case Verdict.Allowed allowed -> {}
        case Verdict.UnlessReservedTable maybe -> throw new SqlException(SqlPolicy.NOT_AUTHORIZED);
        case Verdict.Refused(var message) -> throw new SqlException(message);
      }
    }
    keepName();
    file.execute("begin", "BEGIN IMMEDIATE");
    var answer = new ObjectFile.Answer(List.of(), List.of());
    try {
      for (var statement : statements) {
        answer = ObjectFile.answer(file, statement.text());
      }
      file.execute("commit", "COMMIT");
      return answer;
    } catch (StorageException | SqlException e) {
      file.execute("roll back", "ROLLBACK");
      throw e;
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
