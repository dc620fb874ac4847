package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of {@code .dev.vars}: over the configuration's, and anew when they are saved. */
class LocalVarsReloadTest {
  private static final String MODULE =
      """
      import { DurableObject } from 'cloudflare:workers';
      export class Subject extends DurableObject {}
      export default { fetch: (request, env) => new Response(`${env.GREETING} ${env.SECRET}`) };
      """;

  @TempDir private Path directory;

  @Test
  void aSavedFileOfValuesMakesANewVersion() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      assertThat(project.get("/")).isEqualTo("hello undefined");
      var file = directory.resolve(".dev.vars");
      assertThat(project.project().watched()).contains(file);
      Files.writeString(file, "SECRET=\"s3cret\"\n");
      assertThat(project.project().rebuild(Set.of(file))).isTrue();
      assertThat(project.get("/")).isEqualTo("hello s3cret");
      Files.writeString(file, "GREETING=good day\n");
      assertThat(project.project().rebuild(Set.of(file))).isTrue();
      assertThat(project.get("/")).isEqualTo("good day undefined");
      assertThat(project.project().rebuild(Set.of(file))).isFalse();
      assertThat(project.log()).contains("INFO Using secrets defined in .dev.vars");
    }
  }
}
