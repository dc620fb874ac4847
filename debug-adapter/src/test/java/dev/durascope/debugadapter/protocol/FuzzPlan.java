package dev.durascope.debugadapter.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans of sessions: valid requests in any order and at any time, some with bad arguments, while
 * the project is asked and saved. A seed makes the same plan always.
 *
 * <p>In the templates {@code FILE} and {@code PROJECT} are paths, {@code LINE} is any line, {@code
 * EXPR} any expression, {@code NUM} a small number, and {@code $thread}, {@code $frame}, … what the
 * adapter has told of ({@link FuzzStep}); {@code a|b} is one of them.
 */
final class FuzzPlan {

  private static final int MAX_STEPS = 45;

  /** Of a hundred requests, how many have bad arguments. */
  private static final int BAD = 12;

  private static final List<String> EXPRESSIONS =
      List.of(
          "total",
          "this",
          "this.visits",
          "seen",
          "total = total + 1",
          "nothing.there",
          "1 +",
          "({a: 1})",
          "[...Array(200).keys()]",
          "throw new Error('x')",
          "await 1",
          "$storage",
          "$ctx",
          "$alarm()",
          "$object('a')",
          "new Uint8Array(20)",
          "this.ctx.storage",
          "name",
          "globalThis",
          "() => total",
          "Symbol('s')",
          "10n ** 20n",
          "",
          "\\u0000",
          "help");

  private static final Map<String, List<String>> TEMPLATES =
      Map.ofEntries(
          Map.entry(
              "setBreakpoints",
              List.of(
                  "{\"source\":{\"path\":\"FILE\"},\"breakpoints\":[{\"line\":LINE}]}",
                  "{\"source\":{\"path\":\"FILE\"},\"breakpoints\":[{\"line\":LINE},{\"line\":LINE,\"column\":NUM}]}",
                  "{\"source\":{\"path\":\"FILE\"},\"breakpoints\":[{\"line\":LINE,\"condition\":\"EXPR\"},{\"line\":LINE,\"logMessage\":\"at {EXPR}\"}]}",
                  "{\"source\":{\"path\":\"FILE\"},\"breakpoints\":[{\"line\":LINE,\"hitCondition\":\"> NUM|NUM|%|x\"}]}",
                  "{\"source\":{\"path\":\"PROJECT/none.ts\"},\"breakpoints\":[{\"line\":LINE}]}",
                  "{\"source\":{\"path\":\"FILE\"}}",
                  "{\"source\":{\"name\":\"index.ts\"},\"breakpoints\":[{\"line\":LINE}]}")),
          Map.entry(
              "setExceptionBreakpoints",
              List.of(
                  "{\"filters\":[\"all\"]}",
                  "{\"filters\":[\"uncaught\",\"event:alarm\",\"none\"]}",
                  "{\"filters\":[],\"filterOptions\":[{\"filterId\":\"event:fetch|event:rpc|event:constructor|event:hibernate\",\"condition\":\"Room|\\\"a\\\"|*|Room.|fuzz/Room/1\"}]}",
                  "{\"filters\":[]}")),
          Map.entry(
              "setFunctionBreakpoints",
              List.of(
                  "{\"breakpoints\":[{\"name\":\"Room.count|count|Room|default.fetch|none|\"}]}",
                  "{\"breakpoints\":[{\"name\":\"relay\",\"condition\":\"EXPR\",\"hitCondition\":\"NUM\"}]}",
                  "{\"breakpoints\":[]}")),
          Map.entry(
              "dataBreakpointInfo",
              List.of(
                  "{\"variablesReference\":\"$value\",\"name\":\"total|visits|t|n\"}",
                  "{\"name\":\"Room/total|Room/*|Room/sql:t|EXPR\"}")),
          Map.entry(
              "setDataBreakpoints",
              List.of(
                  "{\"breakpoints\":[{\"dataId\":\"$data\",\"accessType\":\"read|write|readWrite\"}]}",
                  "{\"breakpoints\":[{\"dataId\":\"none\"}]}",
                  "{\"breakpoints\":[]}")),
          Map.entry(
              "breakpointLocations",
              List.of(
                  "{\"source\":{\"path\":\"FILE\"},\"line\":LINE}",
                  "{\"source\":{\"path\":\"FILE\"},\"line\":LINE,\"endLine\":LINE}")),
          Map.entry("threads", List.of("{}")),
          Map.entry(
              "stackTrace",
              List.of(
                  "{\"threadId\":\"$thread\"}",
                  "{\"threadId\":\"$thread\",\"startFrame\":NUM,\"levels\":NUM}")),
          Map.entry("scopes", List.of("{\"frameId\":\"$frame\"}")),
          Map.entry(
              "variables",
              List.of(
                  "{\"variablesReference\":\"$value\"}",
                  "{\"variablesReference\":\"$value\",\"filter\":\"indexed|named\",\"start\":NUM,\"count\":NUM}")),
          Map.entry(
              "setVariable",
              List.of(
                  "{\"variablesReference\":\"$value\",\"name\":\"total|name|this|0|total2\",\"value\":\"EXPR\"}")),
          Map.entry(
              "setExpression",
              List.of(
                  "{\"expression\":\"total|this.x|EXPR\",\"value\":\"EXPR\",\"frameId\":\"$frame\"}",
                  "{\"expression\":\"total\",\"value\":\"1\"}")),
          Map.entry(
              "evaluate",
              List.of(
                  "{\"expression\":\"EXPR\",\"frameId\":\"$frame\",\"context\":\"watch|hover|repl|clipboard|variables\"}",
                  "{\"expression\":\"EXPR\",\"context\":\"repl\"}")),
          Map.entry(
              "completions",
              List.of(
                  "{\"text\":\"this.\",\"column\":NUM,\"frameId\":\"$frame\"}",
                  "{\"text\":\"EXPR\",\"column\":NUM}")),
          Map.entry(
              "source",
              List.of(
                  "{\"sourceReference\":0,\"source\":{\"path\":\"FILE\"}}",
                  "{\"sourceReference\":NUM}")),
          Map.entry("loadedSources", List.of("{}")),
          Map.entry("exceptionInfo", List.of("{\"threadId\":\"$thread\"}")),
          Map.entry("continue", List.of("{\"threadId\":\"$thread\"}")),
          Map.entry("next", List.of("{\"threadId\":\"$thread\"}")),
          Map.entry(
              "stepIn",
              List.of(
                  "{\"threadId\":\"$thread\"}",
                  "{\"threadId\":\"$thread\",\"targetId\":\"$target\"}")),
          Map.entry("stepOut", List.of("{\"threadId\":\"$thread\"}")),
          Map.entry("stepInTargets", List.of("{\"frameId\":\"$frame\"}")),
          Map.entry("pause", List.of("{\"threadId\":\"$thread\"}")),
          Map.entry("restartFrame", List.of("{\"frameId\":\"$frame\"}")),
          Map.entry(
              "readMemory",
              List.of("{\"memoryReference\":\"$memory\",\"offset\":NUM,\"count\":NUM}")),
          Map.entry(
              "writeMemory",
              List.of("{\"memoryReference\":\"$memory\",\"offset\":NUM,\"data\":\"AAEC|*\"}")),
          Map.entry("cancel", List.of("{\"requestId\":1NUM}", "{}")),
          Map.entry("durascope/control", List.of("{}")),
          Map.entry("durascope/fireAlarm", List.of("{\"object\":\"$object\"}")),
          Map.entry("durascope/hibernate", List.of("{\"object\":\"$object\"}")),
          Map.entry("durascope/evict", List.of("{\"object\":\"$object\"}")),
          Map.entry(
              "durascope/object",
              List.of("{\"threadId\":\"$thread\"}", "{\"object\":\"$object\"}")),
          Map.entry(
              "durascope/blockers",
              List.of("{\"threadId\":\"$thread\"}", "{\"object\":\"$object\"}")),
          Map.entry(
              "durascope/evaluate", List.of("{\"expression\":\"EXPR\",\"threadId\":\"$thread\"}")),
          Map.entry("durascope/pauseAll", List.of("{}")),
          Map.entry("durascope/continueAll", List.of("{}")));

  /** What changes the life of a session, and is rare. */
  private static final Map<String, String> LIFE =
      Map.of(
          "initialize", "{\"adapterID\":\"again\"}",
          "configurationDone", "{}",
          "launch", "{\"project\":\"PROJECT\",\"port\":0}",
          "attach", "{}",
          "restart", "{}",
          "terminate", "{}",
          "disconnect", "{}");

  private static final List<String> NAMES = TEMPLATES.keySet().stream().sorted().toList();
  private static final List<String> LIFE_NAMES = LIFE.keySet().stream().sorted().toList();

  private final Random random;

  private FuzzPlan(long seed) {
    this.random = new Random(seed);
  }

  static List<FuzzStep> of(long seed) {
    return new FuzzPlan(seed).steps();
  }

  private List<FuzzStep> steps() {
    var steps = new ArrayList<FuzzStep>();
    int early = chance(10) ? random.nextInt(4) : 0;
    for (int i = 0; i < early; i++) {
      steps.add(any());
    }
    steps.add(life("initialize"));
    steps.add(
        new FuzzStep.Ask(
            "launch", filled(Objects.requireNonNull(LIFE.get("launch"))), true, false));
    int before = random.nextInt(6);
    for (int i = 0; i < before; i++) {
      steps.add(
          chance(70)
              ? request(
                  one(
                      List.of(
                          "setBreakpoints", "setExceptionBreakpoints", "setFunctionBreakpoints")))
              : any());
    }
    if (!chance(5)) {
      steps.add(life("configurationDone"));
      steps.add(new FuzzStep.Started());
    }
    int count = random.nextInt(MAX_STEPS);
    for (int i = 0; i < count; i++) {
      steps.add(any());
    }
    return List.copyOf(steps);
  }

  private FuzzStep any() {
    int dice = random.nextInt(100);
    if (dice < 8) {
      return new FuzzStep.Stopped();
    } else if (dice < 22) {
      return new FuzzStep.Get(one(FuzzProject.PATHS));
    } else if (dice < 25) {
      return new FuzzStep.Save(random.nextInt(100));
    } else if (dice < 28) {
      return life(one(LIFE_NAMES));
    } else if (dice < 29) {
      return new FuzzStep.Ask("frobnicate", new JsonObject(), false, chance(50));
    }
    // What follows a stop is what clients ask most.
    return request(
        dice < 60
            ? one(
                List.of(
                    "threads",
                    "stackTrace",
                    "scopes",
                    "variables",
                    "evaluate",
                    "continue",
                    "next",
                    "stepIn"))
            : one(NAMES));
  }

  private FuzzStep life(String command) {
    return new FuzzStep.Ask(
        command, filled(Objects.requireNonNull(LIFE.get(command))), true, isAwaited(command));
  }

  private boolean isAwaited(String command) {
    return !List.of("launch", "attach").contains(command) && chance(75);
  }

  private FuzzStep request(String command) {
    var arguments = filled(one(Objects.requireNonNull(TEMPLATES.get(command))));
    return chance(1)
        ? new FuzzStep.Ask(command, new JsonObject(), false, isAwaited(command))
        : chance(BAD)
            ? new FuzzStep.Ask(command, spoilt(arguments), false, isAwaited(command))
            : new FuzzStep.Ask(command, arguments, true, isAwaited(command));
  }

  private JsonObject filled(String template) {
    var text = template;
    text = replaceEach(text, "LINE", () -> String.valueOf(1 + random.nextInt(FuzzProject.LINES)));
    text = replaceEach(text, "NUM", () -> String.valueOf(random.nextInt(40)));
    var json = JsonParser.parseString(text).getAsJsonObject();
    return (JsonObject) chosen(json);
  }

  private static String replaceEach(String text, String word, Supplier<String> by) {
    var out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, from)) {
      out.append(text, from, at).append(by.get());
      from = at + word.length();
    }
    return out.append(text.substring(from)).toString();
  }

  /** One of what a template leaves open. */
  private JsonElement chosen(JsonElement element) {
    return switch (element) {
      case JsonObject object -> {
        var out = new JsonObject();
        object.asMap().forEach((name, value) -> out.add(name, chosen(value)));
        yield out;
      }
      case JsonArray array -> {
        var out = new JsonArray();
        array.forEach(item -> out.add(chosen(item)));
        yield out;
      }
      case JsonPrimitive text when text.isString() -> chosen(text.getAsString());
      default -> element;
    };
  }

  private JsonPrimitive chosen(String text) {
    if (text.startsWith("$")) {
      return new JsonPrimitive(text + ":" + random.nextInt(50));
    }
    var parts = text.split("\\|", -1);
    var part = parts[random.nextInt(parts.length)];
    return new JsonPrimitive(part.replace("EXPR", part.contains("EXPR") ? one(EXPRESSIONS) : ""));
  }

  /** The arguments with something that should not be there, or without something that should. */
  private JsonObject spoilt(JsonObject arguments) {
    var out = arguments.deepCopy();
    var names = out.keySet().stream().sorted().collect(Collectors.toCollection(ArrayList::new));
    if (names.isEmpty()) {
      out.add("unknown", odd());
      return out;
    }
    var name = one(names);
    if (chance(30)) {
      out.remove(name);
    } else {
      out.add(name, odd());
    }
    return out;
  }

  private JsonElement odd() {
    return switch (random.nextInt(10)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(-1);
      case 2 -> new JsonPrimitive(Integer.MAX_VALUE);
      case 3 -> new JsonPrimitive(1e300);
      case 4 -> new JsonPrimitive("");
      case 5 -> new JsonPrimitive("x".repeat(2_000));
      case 6 -> new JsonObject();
      case 7 -> new JsonArray();
      case 8 -> new JsonPrimitive(true);
      default -> new JsonPrimitive(1.5);
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
