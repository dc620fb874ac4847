package dev.durascope.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigListingTest {
  @TempDir Path workspace;

  @Test
  void whatPeopleWriteIsListed() throws IOException {
    for (var file :
        new String[] {
          "b/wrangler.toml",
          "a/deep/er/wrangler.jsonc",
          "a/wrangler.staging.json",
          "a/other.toml",
          "node_modules/x/wrangler.toml",
          "a/.wrangler/deploy/wrangler.json",
          "a/dist/wrangler.json",
          "1/2/3/4/5/6/7/8/9/wrangler.toml",
        }) {
      var path = workspace.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
    assertThat(ConfigListing.under(workspace).stream().map(workspace::relativize))
        .containsExactly(
            Path.of("a/deep/er/wrangler.jsonc"),
            Path.of("a/wrangler.staging.json"),
            Path.of("b/wrangler.toml"));
    assertThat(ConfigListing.under(workspace.resolve("nowhere"))).isEmpty();
  }
}
