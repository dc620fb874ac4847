package dev.durascope.cli.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a command has of the world: its three streams, and the directory that relative paths start
 * from.
 *
 * @param workingDir absolute
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Path workingDir) {

  /** The process's own. */
  public static Console ofProcess() {
    return new Console(System.in, System.out, System.err, Path.of("").toAbsolutePath());
  }

  /** Whether somebody sits at a terminal, to and from which the process's own streams lead. */
  @SuppressWarnings("SystemConsoleNull") // it is null again where streams are redirected
  public static boolean isAtTerminal() {
    var terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }

  /** A path as the user typed it, made absolute. */
  public Path resolve(Path typed) {
    return workingDir.resolve(typed).normalize();
  }
}
