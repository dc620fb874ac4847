package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ProgramEvent;
import dev.durascope.debugadapter.fixture.TestDebuggee;
import dev.durascope.debugadapter.fixture.TestIsolate;
import dev.durascope.debugadapter.fixture.TestObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of one file, {@code /project/src/index.js}, in isolates that the conversation adds. */
final class ProgramWorld implements World {

  private final Path file;
  private final String text;
  private final List<TestDebuggee> programs = new ArrayList<>();
  private final Map<String, TestIsolate> isolates = new HashMap<>();
  private final Map<String, CompletableFuture<String>> answers = new HashMap<>();

  ProgramWorld(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  @Override
  public DebuggeeLauncher launcher() {
    return _ -> {
      var program = new TestDebuggee(file, text);
      programs.add(program);
      return program;
    };
  }

  @Override
  public String happens(String line) {
    var words = line.split(" ", -1);
    switch (words[0]) {
      case "add" -> isolates.put(words[1], programs.getLast().add(words[1]));
      case "object" -> {
        var key = new ObjectKey("chat", "ChatRoom", words[1]);
        var object = new TestObject(key, words[1], 3);
        var title = "ChatRoom \"" + words[1] + "\"";
        isolates.put(words[1], programs.getLast().add(title, object));
      }
      case "call" -> {
        var isolate = Objects.requireNonNull(isolates.get(words[1]));
        var arguments = List.of(words).subList(3, words.length).toArray();
        answers.put(words[1], isolate.call(words[2], arguments));
      }
      case "event" -> {
        var isolate = Objects.requireNonNull(isolates.get(words[1]));
        var kind = ProgramEvent.Kind.valueOf(words[2]);
        var arguments = List.of(words).subList(4, words.length).toArray();
        answers.put(words[1], isolate.handle(kind, words[3], programs.getLast(), arguments));
      }
      case "answer" -> {
        var answer = Objects.requireNonNull(answers.get(words[1]));
        return "answer " + words[1] + " " + answer.orTimeout(60, TimeUnit.SECONDS).join();
      }
      case "end" -> programs.getLast().end(Objects.requireNonNull(isolates.get(words[1])));
      case "did" -> {
        return "did " + String.join(", ", programs.getLast().actions());
      }
      default -> throw new IllegalArgumentException(line);
    }
    return line;
  }

  @Override
  public String stable(String text) {
    return text;
  }

  @Override
  public String real(String text) {
    return text;
  }

  @Override
  public void close() {}
}
