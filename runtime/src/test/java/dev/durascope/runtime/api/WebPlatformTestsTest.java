package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs cases of web-platform-tests, each in an isolate of its own. Off unless {@code bench/wpt},
 * which fetches them, says which: {@code -Ddurascope.wpt=PLAN}.
 *
 * <p>A case fails that passes fewer of its tests than {@code src/test/wpt/expected.json} says it
 * once did. {@code -Ddurascope.update} writes what was reached. What each test said is left in the
 * plan's report.
 */
@EnabledIfSystemProperty(named = "durascope.wpt", matches = ".+")
class WebPlatformTestsTest {
  private static final long LIMIT_SECONDS = 30;
  private static final ScriptEngine ENGINE = new ScriptEngine();
  private static final JsonObject REPORT = new JsonObject();

  private static WptPlan plan;
  private static JsonObject expected;

  @BeforeAll
  static void read() throws IOException {
    plan = WptPlan.read(Path.of(System.getProperty("durascope.wpt")));
    expected = new Gson().fromJson(Files.readString(plan.expected()), JsonObject.class);
  }

  static Stream<WptPlan.Case> cases() {
    return plan.cases().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void passesWhatItPassed(WptPlan.Case one) throws Exception {
    var result = new Gson().fromJson(run(one), JsonObject.class);
    REPORT.add(one.name(), result);
    var counts = counts(result);
    var known = expected.getAsJsonObject("cases");
    if (System.getProperty("durascope.update") != null) {
      known.add(one.name(), counts);
    } else {
      var before = known.getAsJsonArray(one.name());
      assertThat(before).as("expected.json knows the case: --update adds it").isNotNull();
      assertThat(counts.get(0).getAsInt())
          .as("tests passed of %s: %s", counts.get(1), result)
          .isGreaterThanOrEqualTo(before.get(0).getAsInt());
    }
  }

  private static JsonArray counts(JsonObject result) {
    var tests = result.getAsJsonArray("tests").asList();
    var passed = tests.stream().filter(test -> test.getAsJsonObject().get("passed").getAsBoolean());
    var counts = new JsonArray();
    counts.add(passed.count());
    counts.add(tests.size());
    return counts;
  }

  private static String run(WptPlan.Case one) throws Exception {
    var files = new JsonObject();
    for (var file : one.files().entrySet()) {
      files.addProperty(file.getKey(), Files.readString(file.getValue()));
    }
    var result = new CompletableFuture<String>();
    try (var isolate =
        Isolate.start(one.name(), ENGINE, new ModuleTable(), BehaviourTest::groups)) {
      isolate.post(() -> start(isolate, one, new Gson().toJson(files), result));
      return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return none("no results in " + LIMIT_SECONDS + " s");
    }
  }

  private static void start(
      Isolate isolate, WptPlan.Case one, String files, CompletableFuture<String> result) {
    ProxyExecutable report = arguments -> result.complete(arguments[0].asString());
    try {
      var context = isolate.context();
      var about =
          context.eval(
              "js", "(name, variant, files) => ({name, variant, files: JSON.parse(files)})");
      context
          .eval(source(plan.before()))
          .executeVoid(report, about.execute(one.name(), one.variant(), files));
      context.eval("js", together(one));
    } catch (PolyglotException | IOException e) {
      result.complete(none(e.toString()));
    }
  }

  /**
   * The harness and the scripts as one turn: the harness takes the first turn's end for the end of
   * the case's declarations.
   */
  private static String together(WptPlan.Case one) throws IOException {
    var text = new StringBuilder("(function () {\n");
    text.append(Files.readString(plan.testharness())).append("\n;\n");
    text.append(Files.readString(plan.after())).append("\n;\n");
    for (var script : one.scripts()) {
      text.append(Files.readString(script)).append("\n;\n");
    }
    return text.append("}).call(globalThis);").toString();
  }

  private static Source source(Path file) throws IOException {
    return Source.newBuilder("js", file.toFile()).build();
  }

  private static String none(String why) {
    var result = new JsonObject();
    result.addProperty("harness", why);
    result.add("tests", new JsonArray());
    return result.toString();
  }

  @AfterAll
  static void report() throws IOException {
    ENGINE.close();
    var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    Files.writeString(plan.report(), gson.toJson(REPORT));
    if (System.getProperty("durascope.update") != null) {
      expected.add("cases", sorted(expected.getAsJsonObject("cases")));
      var text = gson.toJson(expected).replaceAll("\\[\\s+(\\d+),\\s+(\\d+)\\s+\\]", "[$1, $2]");
      Files.writeString(plan.expected(), text + "\n");
    }
    System.out.print(rates());
  }

  private static JsonObject sorted(JsonObject cases) {
    var sorted = new JsonObject();
    cases.keySet().stream().sorted().forEach(name -> sorted.add(name, cases.get(name)));
    return sorted;
  }

  /** A line for each area: how many tests pass here, and on workerd. */
  private static String rates() {
    var areas = new TreeMap<String, long[]>();
    for (var one : plan.cases()) {
      var sums = areas.computeIfAbsent(one.area(), area -> new long[4]);
      var counts =
          REPORT.has(one.name()) ? counts(REPORT.getAsJsonObject(one.name())) : new JsonArray();
      var workerd = expected.getAsJsonObject("workerd").getAsJsonArray(one.name());
      for (var i = 0; i < 2; i++) {
        sums[i] += i < counts.size() ? counts.get(i).getAsLong() : 0;
        sums[i + 2] += workerd == null ? 0 : workerd.get(i).getAsLong();
      }
    }
    var text = new StringBuilder("%-14s %15s %15s%n".formatted("area", "Durascope", "workerd"));
    areas.forEach(
        (area, sums) ->
            text.append(
                "%-14s %7d/%-7d %7d/%-7d%n".formatted(area, sums[0], sums[1], sums[2], sums[3])));
    return text.toString();
  }
}
