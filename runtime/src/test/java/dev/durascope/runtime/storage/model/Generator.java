package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes programs by chance. There are few keys and few tables, so that steps meet; and reading is
 * about as frequent as writing, so that what goes wrong is seen.
 */
final class Generator {
  private static final List<String> KEYS =
      List.of("", "a", "ab", "b", "b\0", "ba", "é", "\ud800", "\uff5e", "\ud83d\ude00", "a\uffff");
  private static final List<Integer> LENGTHS = List.of(0, 1, 3, 3, 40, 5_000);
  private static final List<Long> ALARMS =
      List.of(0L, 1L, 1_000L, 2_000L, 1_800_000_000_000L, 8_640_000_000_000_000L);
  private static final List<String> TABLES = List.of("t", "u");
  private static final List<String> TEXTS = List.of("", "x", "é\0", "\ud83d\ude00");
  private static final int ROWS = 4;
  private static final int VALUES = 10;

  private final RandomGenerator random;

  Generator(RandomGenerator random) {
    this.random = random;
  }

  List<Step> program(int steps) {
    return Stream.generate(this::step).limit(steps).toList();
  }

  private Step step() {
    var chance = random.nextInt(100);
    if (chance < 18) {
      return new Step.Put(key(), new StoredText(random.nextInt(VALUES), one(LENGTHS)));
    } else if (chance < 26) {
      return new Step.Delete(key());
    } else if (chance < 34) {
      return new Step.Get(key());
    } else if (chance < 37) {
      return new Step.GetAll(
          IntStream.range(0, random.nextInt(4)).mapToObj(index -> key()).toList());
    } else if (chance < 45) {
      return new Step.ListKeys(options());
    } else if (chance < 60) {
      return tableStep();
    } else if (chance < 68) {
      return alarmStep();
    } else if (chance < 84) {
      return transactionStep();
    } else if (chance < 92) {
      return new Step.Commit();
    } else if (chance < 94) {
      return new Step.Rollback();
    } else if (chance < 97) {
      return new Step.LookFromOutside();
    } else if (chance < 99) {
      return new Step.Crashing(one(List.of(Machine.Crash.values())));
    }
    return new Step.DeleteAll(one(List.of(DeleteAllScope.values())));
  }

  private Step tableStep() {
    var table = one(TABLES);
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Step.CreateTable(table);
      case 2, 3, 4 -> new Step.Insert(table, random.nextInt(ROWS), one(TEXTS));
      case 5 -> new Step.Update(table, random.nextInt(ROWS), one(TEXTS));
      case 6 -> new Step.Remove(table, random.nextInt(ROWS));
      case 7 -> new Step.Glance(table);
      case 8 -> random.nextInt(3) == 0 ? new Step.DropTable(table) : new Step.Rows(table);
      default -> new Step.Rows(table);
    };
  }

  private Step alarmStep() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Step.SetAlarm(one(ALARMS));
      case 2 -> new Step.DeleteAlarm();
      case 3 -> new Step.ReadAlarm();
      default -> new Step.ReadWakeTime();
    };
  }

  private Step transactionStep() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Step.Begin();
      case 2, 3 -> new Step.Release();
      default -> new Step.Undo();
    };
  }

  private ListOptions options() {
    var start = random.nextInt(3);
    return new ListOptions(
        start == 0 ? key() : null,
        start == 1 ? key() : null,
        sometimesKey(),
        sometimesKey(),
        one(List.of(ListOptions.Order.values())),
        random.nextInt(3) == 0 ? 1 + random.nextInt(3) : ListOptions.NO_LIMIT);
  }

  private @Nullable String sometimesKey() {
    return random.nextInt(3) == 0 ? key() : null;
  }

  private String key() {
    return one(KEYS);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
