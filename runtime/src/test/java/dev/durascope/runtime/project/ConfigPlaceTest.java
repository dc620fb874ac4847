package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that a build has written, and led to. */
class ConfigPlaceTest {
  private static final String REDIRECTION = ".wrangler/deploy/config.json";

  @TempDir private Path temporary;
  private Path project;

  @BeforeEach
  void resolve() throws Exception {
    project = temporary.toRealPath();
  }

  private Path write(String name, String text) throws Exception {
    var file = project.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void build() throws Exception {
    write("wrangler.jsonc", "{ \"name\": \"written\", \"main\": \"src/index.ts\" }");
    write("dist/app/wrangler.json", "{ \"name\": \"built\", \"main\": \"index.js\" }");
    write("dist/app/index.js", "export default { fetch: () => new Response('built') };");
    write(REDIRECTION, "{ \"configPath\": \"../../dist/app/wrangler.json\" }");
  }

  @Test
  void it_takes_the_place_of_the_users_and_the_project_stays_where_that_is() throws Exception {
    build();
    var place = ConfigPlace.find(ProjectOptions.of(project));
    assertThat(place.file()).isEqualTo(project.resolve("dist/app/wrangler.json"));
    assertThat(place.home()).isEqualTo(project);
    try (var running = Project.prepare(ProjectOptions.of(project), new SilentLog())) {
      assertThat(running.name()).isEqualTo("built");
      assertThat(running.directory()).isEqualTo(project);
      assertThat(running.state()).isEqualTo(project.resolve(".wrangler/state"));
    }
  }

  @Test
  void one_that_is_named_is_taken_as_it_is() throws Exception {
    build();
    var named = project.resolve("wrangler.jsonc");
    var options = ProjectOptions.of(project).withConfig(Optional.of(named));
    assertThat(ConfigPlace.find(options)).isEqualTo(new ConfigPlace(named, project));
  }

  @Test
  void it_was_built_for_one_environment() throws Exception {
    build();
    write(
        "dist/app/wrangler.json",
        "{ \"name\": \"built\", \"main\": \"index.js\", \"targetEnvironment\": \"staging\" }");
    var options = ProjectOptions.of(project).withEnvironment(Optional.of("production"));
    assertThatThrownBy(() -> Project.prepare(options, new SilentLog()))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("does not match the target environment \"staging\"");
    var right = ProjectOptions.of(project).withEnvironment(Optional.of("staging"));
    Project.prepare(right, new SilentLog()).close();
  }

  @Test
  void what_leads_nowhere_is_an_error() throws Exception {
    write(REDIRECTION, "{ \"configPath\": \"../../dist/wrangler.json\" }");
    assertThatThrownBy(() -> ConfigPlace.find(ProjectOptions.of(project)))
        .hasMessageContaining("the redirected configuration path it points to")
        .hasMessageContaining("does not exist");
    write(REDIRECTION, "{}");
    assertThatThrownBy(() -> ConfigPlace.find(ProjectOptions.of(project)))
        .hasMessageContaining("the required \"configPath\" property was not found");
  }

  @Test
  void one_of_another_folder_than_the_users_is_an_error() throws Exception {
    build();
    write("inner/wrangler.jsonc", "{}");
    assertThatThrownBy(() -> ConfigPlace.find(ProjectOptions.of(project.resolve("inner"))))
        .hasMessageContaining("do not share the same base path");
  }

  /** What a project says that nobody listens to. */
  private record SilentLog() implements ProjectLog {
    @Override
    public void message(Level level, String text) {}

    @Override
    public void script(Level level, String source, String text) {}
  }
}
