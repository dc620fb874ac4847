package dev.durascope.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document names the requests that there are, and no other. */
class ControlDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/protocols.md");
  private static final Pattern REQUEST = Pattern.compile("(?m)^#### `([A-Z]+ /api/v1/\\S+)`$");

  @Test
  void documentsEachRequest() throws Exception {
    var documented =
        REQUEST
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();
    var routes =
        new ControlRoutes(new FakeTarget())
            .all().stream().map(route -> route.method() + " " + route.template()).toList();
    assertThat(documented).containsExactlyInAnyOrderElementsOf(routes);
  }
}
