package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with static assets beside its Worker. */
class AssetsProjectTest {
  private static final String MODULE =
      """
      import { DurableObject } from 'cloudflare:workers';
      export class Subject extends DurableObject {}
      export default {
        async fetch(request, env) {
          const url = new URL(request.url);
          if (url.pathname !== '/proxy') return new Response(`worker ${url.pathname}`);
          const asset = await env.ASSETS.fetch('http://localhost/page');
          return new Response(`${asset.status} ${asset.headers.get('content-type')} ${await asset.text()}`);
        },
      };
      """;

  @TempDir private Path directory;

  @BeforeEach
  void files() throws Exception {
    Files.createDirectories(directory.resolve("public"));
    Files.writeString(directory.resolve("public/page.html"), "a page");
  }

  private TestProject project(String settings) throws Exception {
    return TestProject.withModule(
        directory, MODULE, "[assets]\ndirectory = \"public\"\n" + settings);
  }

  @Test
  void filesComeBeforeTheWorkerAndOnItsRequest() throws Exception {
    try (var project = project("binding = \"ASSETS\"")) {
      assertThat(project.get("/page")).isEqualTo("a page");
      assertThat(project.get("/else")).isEqualTo("worker /else");
      assertThat(project.get("/proxy")).isEqualTo("200 text/html; charset=utf-8 a page");
      Files.writeString(directory.resolve("public/page.html"), "another page");
      assertThat(project.get("/page")).isEqualTo("another page");
    }
  }

  @Test
  void filesNeedNoWorker() throws Exception {
    Files.writeString(directory.resolve("public/404.html"), "not here");
    Files.writeString(
        directory.resolve("wrangler.toml"),
        "name = \"files\"\n[assets]\ndirectory = \"public\"\nnot_found_handling = \"404-page\"\n");
    try (var project = TestProject.of(ProjectOptions.of(directory))) {
      assertThat(project.get("/page")).isEqualTo("a page");
      var missing = project.send("/else");
      assertThat(missing.status()).isEqualTo(404);
    }
  }

  @Test
  void whatAssetsignoreNamesIsNotServed() throws Exception {
    Files.writeString(directory.resolve("public/page.js.map"), "a map");
    try (var project = project("")) {
      assertThat(project.get("/page.js.map")).isEqualTo("a map");
      Files.writeString(directory.resolve("public/.assetsignore"), "# none of these\n*.map\n");
      assertThat(project.get("/page.js.map")).isEqualTo("worker /page.js.map");
      assertThat(project.get("/.assetsignore")).isEqualTo("worker /.assetsignore");
      assertThat(project.get("/page")).isEqualTo("a page");
    }
  }

  @Test
  void theWorkerComesFirstWhereItIsToldTo() throws Exception {
    try (var project = project("run_worker_first = true")) {
      assertThat(project.get("/page")).isEqualTo("worker /page");
    }
  }
}
