package dev.durascope.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {
  private static final URI URL = URI.create("http://127.0.0.1:1234");
  private static final long NOBODY = 999_999_999;

  @TempDir private Path project;

  private static ControlFile.Running running(URI url, String token, long pid) {
    return new ControlFile.Running(url, token, pid, Path.of("/state"), OptionalInt.of(9230));
  }

  private Path file() {
    return project.resolve(".wrangler/durascope/control.json");
  }

  @Test
  void isThereForTheUserAloneWhileTheProjectRuns() throws Exception {
    try (var file = ControlFile.write(project, running(URL, "secret", 77))) {
      assertThat(file.path()).isEqualTo(file());
      assertThat(JsonParser.parseString(Files.readString(file())))
          .isEqualTo(
              JsonParser.parseString(
                  "{url: 'http://127.0.0.1:1234', token: 'secret', pid: 77,"
                      + " state: '/state', debugPort: 9230}"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
      try (var siblings = Files.list(file().getParent())) {
        assertThat(siblings).containsExactly(file());
      }
    }
    assertThat(file()).doesNotExist();
  }

  @Test
  void replacesOneThatAKilledProcessHasLeft() throws Exception {
    var _ = ControlFile.write(project, running(URL, "old", NOBODY));
    try (var _ = ControlFile.write(project, running(URL, "new", 77))) {
      assertThat(file()).content().contains("new");
    }
  }

  @Test
  void replacesOneWhoseProcessNumberAnotherProgramHasNow() throws Exception {
    URI closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    var _ = ControlFile.write(project, running(closed, "old", ProcessHandle.current().pid()));
    try (var _ = ControlFile.write(project, running(URL, "new", 77))) {
      assertThat(file()).content().contains("new");
    }
  }

  @Test
  void replacesOneThatIsNoControlFile() throws Exception {
    Files.createDirectories(file().getParent());
    for (var text : new String[] {"", "{", "[]", "{\"pid\": \"x\", \"url\": \"::\"}"}) {
      Files.writeString(file(), text);
      try (var _ = ControlFile.write(project, running(URL, "new", 77))) {
        assertThat(file()).content().contains("new");
      }
    }
  }

  @Test
  void leavesTheFileOfARunningProjectAlone() throws Exception {
    var self = ProcessHandle.current().pid();
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var _ =
            ControlFile.write(
                project,
                running(
                    URI.create("http://127.0.0.1:" + socket.getLocalPort()), "running", self))) {
      assertThatThrownBy(() -> ControlFile.write(project, running(URL, "second", NOBODY)))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessageContaining("process " + self + " runs the project already");
      assertThat(file()).content().contains("running");
      assertThat(ControlFile.find(project).orElseThrow())
          .satisfies(
              running -> {
                assertThat(running.token()).isEqualTo("running");
                assertThat(running.state()).isEqualTo(Path.of("/state"));
              });
    }
    assertThat(ControlFile.find(project)).isEmpty();
  }

  @Test
  void doesNotRemoveTheFileOfAnother() throws Exception {
    var first = ControlFile.write(project, running(URL, "first", NOBODY));
    try (var _ = ControlFile.write(project, running(URL, "second", 77))) {
      first.close();
      assertThat(file()).content().contains("second");
    }
  }
}
