package dev.durascope.runtime.storage.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.Savepoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store with a fault is found out, and the program that shows it is as small as can be. */
class FaultFindingTest {
  /** What a store with a fault does in place of an operation. */
  @FunctionalInterface
  private interface Fault {
    @Nullable Object instead(ObjectStore store, Call call) throws Throwable;
  }

  /** A call on its way to the store. */
  private interface Call {
    String method();

    Object argument(int index);

    @Nullable Object proceed() throws Throwable;
  }

  private final AtomicInteger programs = new AtomicInteger();
  @TempDir private Path directory;

  @Test
  void aStoreThatForgetsDeletions() {
    var steps =
        smallest(
            (store, call) ->
                call.method().equals("delete")
                    ? store.get((String) call.argument(0)).isPresent()
                    : call.proceed());
    assertThat(steps).hasSize(3);
    assertThat(steps.getFirst()).isInstanceOf(Step.Put.class);
    assertThat(steps.get(1)).isInstanceOf(Step.Delete.class);
  }

  @Test
  void aStoreThatListsUpwardsOnly() {
    var steps =
        smallest(
            (store, call) ->
                call.method().equals("list")
                    ? store.list(upwards((ListOptions) call.argument(0)))
                    : call.proceed());
    assertThat(steps).hasSize(3);
    assertThat(steps.subList(0, 2)).allMatch(Step.Put.class::isInstance);
    assertThat(steps.getLast()).isEqualTo(new Step.ListKeys(ListOptions.ALL.reversed()));
  }

  private static ListOptions upwards(ListOptions options) {
    return new ListOptions(
        options.start(),
        options.startAfter(),
        options.end(),
        options.prefix(),
        ListOptions.Order.FORWARD,
        options.limit());
  }

  @Test
  void aStoreThatKeepsWhatATransactionUndoes() {
    var steps =
        smallest(
            (store, call) ->
                call.method().equals("savepoint") ? releasing(store.savepoint()) : call.proceed());
    // Something to undo may take a step before, and seeing it one after.
    assertThat(steps).hasSizeLessThanOrEqualTo(5).contains(new Step.Begin(), new Step.Undo());
  }

  private static Savepoint releasing(Savepoint savepoint) {
    return new Savepoint() {
      @Override
      public void release() {
        savepoint.release();
      }

      @Override
      public void rollback() {
        savepoint.release();
      }

      @Override
      public boolean isEnded() {
        return savepoint.isEnded();
      }
    };
  }

  @Test
  void aStoreThatCommitsWhenItIsDropped() {
    var steps =
        smallest(
            (store, call) -> {
              if (call.method().equals("close")) {
                store.commit();
              }
              return call.proceed();
            });
    assertThat(steps).hasSize(3);
    assertThat(steps.get(1)).isEqualTo(new Step.Crashing(Machine.Crash.DROPPED));
  }

  @Test
  void aStoreThatCommitsTooLate() {
    var steps = smallest((store, call) -> call.method().equals("commit") ? null : call.proceed());
    assertThat(steps).hasSize(2);
    assertThat(steps.getLast()).isEqualTo(new Step.Commit());
  }

  @Test
  void aListingIsJava() {
    assertThat(
            Listing.of(
                new Step.ListKeys(
                    new ListOptions("a\"\ud800", null, null, "", ListOptions.Order.REVERSE, 3))))
        .isEqualTo(
            "new Step.ListKeys(new ListOptions(\"a\\u0022\\ud800\", null, null, \"\","
                + " ListOptions.Order.REVERSE, 3))");
    assertThat(Listing.of(new Step.Put("a", new StoredText(1, 2))))
        .isEqualTo("new Step.Put(\"a\", new StoredText(1, 2))");
    assertThat(Listing.of(new Step.GetAll(List.of("a", "b"))))
        .isEqualTo("new Step.GetAll(List.of(\"a\", \"b\"))");
  }

  private List<Step> smallest(Fault fault) {
    var comparison =
        new Comparison(
            () -> new FilesBackend(directory.resolve("program" + programs.incrementAndGet())),
            withFault(fault));
    for (var seed = 0; seed < 100; seed++) {
      var difference = comparison.compare(new Generator(new Random(seed)).program(100));
      if (difference.isPresent()) {
        return comparison.shrink(difference.get()).program();
      }
    }
    throw new AssertionError("The fault was not found");
  }

  private static UnaryOperator<ObjectStore> withFault(Fault fault) {
    return store ->
        (ObjectStore)
            Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (proxy, method, arguments) ->
                    fault.instead(
                        store,
                        new Call() {
                          @Override
                          public String method() {
                            return method.getName();
                          }

                          @Override
                          public Object argument(int index) {
                            return arguments[index];
                          }

                          @Override
                          public @Nullable Object proceed() throws Throwable {
                            try {
                              return method.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                              throw e.getCause() == null ? e : e.getCause();
                            }
                          }
                        }));
  }
}
