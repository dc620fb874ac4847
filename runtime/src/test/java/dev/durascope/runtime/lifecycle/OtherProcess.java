package dev.durascope.runtime.lifecycle;

import dev.durascope.runtime.storage.ScheduledAlarm;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that has a worker's data, or the files of a class, until it is closed. */
final class OtherProcess implements AutoCloseable {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Has a worker's data as {@code durascope dev} has it. */
  static OtherProcess running(Path state, String worker) throws IOException {
    return start("lock", state, worker);
  }

  /** Has the files of a class open without any lock of ours, as wrangler has them. */
  static OtherProcess withOpenFiles(Path state, String folder) throws IOException {
    return start("files", state, folder);
  }

  private static OtherProcess start(String what, Path state, String name) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            what,
            state.toString(),
            name);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(out.readLine())) {
      process.destroyForcibly();
      throw new IOException("The other process did not start");
    }
    return new OtherProcess(process);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    kill();
  }

  /** Kills it, which releases what it has. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The other process. */
  public static void main(String[] args) throws Exception {
    var state = Path.of(args[1]);
    if (args[0].equals("lock")) {
      var _ = LocalLifecycle.open(state.resolve("v3/do"), args[2]);
    } else {
      var alarms = SqliteNamespaceStorage.at(state, args[2]).alarms();
      alarms.set(new ScheduledAlarm("0".repeat(64), null, 1));
    }
    System.out.println("ready");
    System.out.flush();
    var _ = System.in.read(); // until it is killed
  }
}
