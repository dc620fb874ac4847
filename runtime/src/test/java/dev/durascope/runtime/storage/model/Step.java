package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import java.util.List;
import java.util.stream.Stream;

/** One thing that an object does with its storage, or that happens to it. */
sealed interface Step {
  /** Does it, and tells what came of it. */
  String on(Machine machine);

  /** The same with less to it, for a failing program to become easier to read. */
  default Stream<Step> simpler() {
    return Stream.empty();
  }

  /** One by SQL, which not all storage has. */
  sealed interface OfTables extends Step {}

  record Get(String key) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.get(key);
    }
  }

  record GetAll(List<String> keys) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.getAll(keys);
    }
  }

  record ListKeys(ListOptions options) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.list(options);
    }

    @Override
    public Stream<Step> simpler() {
      var all = ListOptions.ALL;
      return Stream.of(
              all,
              new ListOptions(
                  null, null, options.end(), options.prefix(), options.order(), options.limit()),
              new ListOptions(
                  options.start(),
                  options.startAfter(),
                  null,
                  options.prefix(),
                  options.order(),
                  options.limit()),
              new ListOptions(
                  options.start(),
                  options.startAfter(),
                  options.end(),
                  null,
                  options.order(),
                  options.limit()),
              new ListOptions(
                  options.start(),
                  options.startAfter(),
                  options.end(),
                  options.prefix(),
                  all.order(),
                  options.limit()),
              new ListOptions(
                  options.start(),
                  options.startAfter(),
                  options.end(),
                  options.prefix(),
                  options.order(),
                  all.limit()))
          .filter(simpler -> !simpler.equals(options))
          .map(ListKeys::new);
    }
  }

  record Put(String key, StoredText value) implements Step {
    private static final StoredText SIMPLEST = new StoredText(1, 1);

    @Override
    public String on(Machine machine) {
      return machine.put(key, value);
    }

    @Override
    public Stream<Step> simpler() {
      return value.equals(SIMPLEST) ? Stream.empty() : Stream.of(new Put(key, SIMPLEST));
    }
  }

  record Delete(String key) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.delete(key);
    }
  }

  record DeleteAll(DeleteAllScope scope) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.deleteAll(scope);
    }
  }

  record ReadAlarm() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.alarm();
    }
  }

  record SetAlarm(long millis) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.setAlarm(millis);
    }
  }

  record DeleteAlarm() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.deleteAlarm();
    }
  }

  record Begin() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.begin();
    }
  }

  record Release() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.release();
    }
  }

  record Undo() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.undo();
    }
  }

  record Commit() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.commit();
    }
  }

  record Rollback() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.rollback();
    }
  }

  record Crashing(Machine.Crash how) implements Step {
    @Override
    public String on(Machine machine) {
      return machine.crash(how);
    }

    @Override
    public Stream<Step> simpler() {
      return how == Machine.Crash.DROPPED
          ? Stream.empty()
          : Stream.of(new Crashing(Machine.Crash.DROPPED));
    }
  }

  record CreateTable(String table) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.createTable(table);
    }
  }

  record DropTable(String table) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.dropTable(table);
    }
  }

  record Insert(String table, int key, String text) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.insert(table, key, text);
    }
  }

  record Update(String table, int from, String text) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.update(table, from, text);
    }
  }

  record Remove(String table, int key) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.remove(table, key);
    }
  }

  record Rows(String table) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.rows(table);
    }
  }

  record Glance(String table) implements OfTables {
    @Override
    public String on(Machine machine) {
      return machine.glance(table);
    }
  }

  record LookFromOutside() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.committed();
    }
  }

  record ReadWakeTime() implements Step {
    @Override
    public String on(Machine machine) {
      return machine.wakeTime();
    }
  }
}
