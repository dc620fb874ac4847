package dev.durascope.debugadapter.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class WholeMessagesTest {
  @Test
  void what_is_left_of_a_broken_message_is_not_taken_for_the_next_one() {
    var answers = new ByteArrayOutputStream();
    // Longer than what is read at a time, and wrong at its beginning.
    var broken = "{\"seq\":1,\"type\" wrong" + "x".repeat(100_000) + "}";
    var sent =
        framed(broken)
            + framed(
                "{\"seq\":2,\"type\":\"request\",\"command\":\"initialize\","
                    + "\"arguments\":{\"adapterID\":\"durable-object\"}}")
            + framed("{\"seq\":3,\"type\":\"request\",\"command\":\"disconnect\"}");
    DebugAdapterMain.run(
        new ByteArrayInputStream(sent.getBytes(UTF_8)),
        answers,
        options -> {
          throw new AssertionError("nothing is launched");
        });
    assertThat(answers.toString(UTF_8)).contains("\"command\":\"initialize\"");
  }

  private static String framed(String message) {
    return "Content-Length: " + message.length() + "\r\n\r\n" + message;
  }
}
