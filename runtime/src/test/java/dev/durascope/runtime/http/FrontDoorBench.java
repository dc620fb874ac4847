package dev.durascope.runtime.http;

import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * By hand: how long a cold front door takes to its first answer, and a server for a load generator,
 * as {@code wrk -t1 -c32 -d10 http://127.0.0.1:9090/}. Ends with its standard input.
 */
final class FrontDoorBench {
  private static final int PORT = 9090;

  private FrontDoorBench() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    var begin = System.nanoTime();
    try (var door =
        HttpFrontDoor.start(
            FrontDoorOptions.of("127.0.0.1", PORT),
            request -> Answers.done(Answers.text("hello")))) {
      var listening = System.nanoTime();
      try (var socket = new Socket(door.address().getAddress(), PORT)) {
        socket
            .getOutputStream()
            .write(
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        socket.getInputStream().read();
      }
      var answered = System.nanoTime();
      System.out.printf(
          "listening after %d ms, first answer after %d ms%n",
          TimeUnit.NANOSECONDS.toMillis(listening - begin),
          TimeUnit.NANOSECONDS.toMillis(answered - begin));
      var _ = System.in.read();
    }
  }
}
