package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.cli.command.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a command runs as a shell starts it, with nothing on its standard input. */
record Terminal(Path directory, OutputStream out, OutputStream err) {

  /** Runs a command to its end; its exit code. */
  int run(String command, String... words) {
    var console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            directory);
    var line = new ArrayList<>(List.of(command));
    line.addAll(List.of(words));
    return Main.run(line, console);
  }
}
