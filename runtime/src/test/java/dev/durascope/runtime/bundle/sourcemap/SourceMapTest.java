package dev.durascope.runtime.bundle.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceMapTest {
  private static final Path DIR = Path.of("/project/out");
  private static final Path SOURCE = Path.of("/project/a.ts");

  /**
   * Generated line 1: column 0 from 1:1, column 4 from nowhere, column 8 from 3:2 called "n"; line
   * 3: column 0 from 1:1 again.
   */
  private static final String SMALL =
      """
      {"version": 3, "sources": ["../a.ts"], "names": ["n"], "mappings": "AAAA,I,IAECA;;AAFD", "sourcesContent": ["text"]}
      """;

  @Test
  void aPositionBelongsToTheSegmentBeforeIt() {
    var map = SourceMap.parse(SMALL, DIR);
    assertThat(map.original(1, 1)).contains(new OriginalPosition(SOURCE, 1, 1, null));
    assertThat(map.original(1, 4)).contains(new OriginalPosition(SOURCE, 1, 1, null));
    assertThat(map.original(1, 5)).isEmpty();
    assertThat(map.original(1, 9)).contains(new OriginalPosition(SOURCE, 3, 2, "n"));
    assertThat(map.original(1, 999)).contains(new OriginalPosition(SOURCE, 3, 2, "n"));
    assertThat(map.original(2, 1)).isEmpty();
    assertThat(map.original(3, 1)).contains(new OriginalPosition(SOURCE, 1, 1, null));
    assertThat(map.original(4, 1)).isEmpty();
    assertThat(map.original(0, 1)).isEmpty();
    assertThat(map.original(1, 0)).isEmpty();
  }

  @Test
  void aSourceLineMayHaveBecomeSeveralPlaces() {
    var map = SourceMap.parse(SMALL, DIR);
    assertThat(map.generated(SOURCE, 1))
        .containsExactly(new GeneratedPosition(1, 1), new GeneratedPosition(3, 1));
    assertThat(map.generated(SOURCE, 2)).isEmpty();
    assertThat(map.generated(SOURCE, 3)).containsExactly(new GeneratedPosition(1, 9));
    assertThat(map.generated(SOURCE, 3, 2)).containsExactly(new GeneratedPosition(1, 9));
    assertThat(map.generated(SOURCE, 3, 7)).containsExactly(new GeneratedPosition(1, 9));
    assertThat(map.generated(SOURCE, 3, 1)).isEmpty();
    assertThat(map.generated(Path.of("/other.ts"), 1)).isEmpty();
  }

  @Test
  void aBreakpointMovesDownToTheNextLineThatBecameCode() {
    var map = SourceMap.parse(SMALL, DIR);
    var first =
        new BreakpointLocation(
            1, 1, List.of(new GeneratedPosition(1, 1), new GeneratedPosition(3, 1)));
    var third = new BreakpointLocation(3, 2, List.of(new GeneratedPosition(1, 9)));
    assertThat(map.breakpoint(SOURCE, 1)).contains(first);
    assertThat(map.breakpoint(SOURCE, 2)).contains(third);
    assertThat(map.breakpoint(SOURCE, 3)).contains(third);
    assertThat(map.breakpoint(SOURCE, 4)).isEmpty();
    assertThat(map.breakpoints(SOURCE, 1, 3)).containsExactly(first, third);
    assertThat(map.breakpoints(SOURCE, 1, 2)).containsExactly(first);
  }

  @Test
  void theSectionsOfAnIndexMapAreOneMap() {
    var map = SourceMap.parse(indexMap(section(0, 4), section(2, 20), section(7, 0)), DIR);
    assertThat(map.original(1, 4)).isEmpty();
    assertThat(map.original(1, 5)).contains(new OriginalPosition(SOURCE, 1, 1, null));
    assertThat(map.original(1, 13)).contains(new OriginalPosition(SOURCE, 3, 2, "n"));
    assertThat(map.original(3, 1)).contains(new OriginalPosition(SOURCE, 1, 1, null));
    assertThat(map.original(3, 29)).contains(new OriginalPosition(SOURCE, 3, 2, "n"));
    assertThat(map.original(5, 1)).contains(new OriginalPosition(SOURCE, 1, 1, null));
    assertThat(map.original(7, 1)).isEmpty();
    assertThat(map.original(8, 9)).contains(new OriginalPosition(SOURCE, 3, 2, "n"));
    assertThat(map.sources()).containsExactly(new SourceMap.Source(SOURCE, "text"));
    assertThat(map.generated(SOURCE, 3))
        .containsExactly(
            new GeneratedPosition(1, 13),
            new GeneratedPosition(3, 29),
            new GeneratedPosition(8, 9));
  }

  private static String indexMap(String... sections) {
    return "{\"version\": 3, \"sections\": [" + String.join(",", sections) + "]}";
  }

  private static String section(int line, int column) {
    return "{\"offset\": {\"line\": %d, \"column\": %d}, \"map\": %s}"
        .formatted(line, column, SMALL);
  }

  @Test
  void sourcesAreResolvedFromTheMapsDirectory() {
    assertThat(path("", "../src/a.ts")).isEqualTo(Path.of("/project/src/a.ts"));
    assertThat(path("src", "a.ts")).isEqualTo(Path.of("/project/out/src/a.ts"));
    assertThat(path("", "/abs/a.ts")).isEqualTo(Path.of("/abs/a.ts"));
    assertThat(path("file:///root/", "a%20b.ts")).isEqualTo(Path.of("/root/a b.ts"));
    assertThat(path("", "..\\\\src\\\\a.ts")).isEqualTo(Path.of("/project/src/a.ts"));
    assertThat(path("..\\\\src\\\\", "a.ts")).isEqualTo(Path.of("/project/src/a.ts"));
    assertThat(path("", "webpack://pkg/./a.ts"))
        .isEqualTo(Path.of("/project/out/webpack/pkg/a.ts"));
  }

  @Test
  void whatIsNoMapIsRefusedWithTheReason() {
    assertRefused("[", "no JSON object");
    assertRefused("{\"version\": 3, \"sections\": {}}", "\"sections\" is not a list");
    assertRefused(indexMap("{\"offset\": {\"line\": 0, \"column\": 0}}"), "no \"map\"");
    assertRefused(indexMap(section(0, -1)), "\"column\" of an offset is no number from 0");
    assertRefused(indexMap(section(1, 0), section(0, 0)), "not in the order of their offsets");
    assertRefused("{\"version\": 2}", "version 2 is not supported");
    assertRefused("{\"mappings\": \"\"}", "version null is not supported");
    assertRefused(withMappings("A!AA"), "\"!\" at 1, which is no base64 digit");
    assertRefused(withMappings("AAg"), "end in the middle of a number");
    assertRefused(withMappings("gggggggB"), "more than 32 bits");
    assertRefused(withMappings("ACAA"), "source 1, which does not exist");
    assertRefused(withMappings("AADA"), "original line -1");
    assertRefused(withMappings("AAAAA"), "name 0, which does not exist");
    assertRefused(withMappings("IAAA,DAAA"), "not in the order of their columns");
  }

  private static String withMappings(String mappings) {
    return "{\"version\": 3, \"sources\": [\"a\"], \"mappings\": \"" + mappings + "\"}";
  }

  private static Path path(String root, String url) {
    var json =
        "{\"version\": 3, \"sourceRoot\": \"%s\", \"sources\": [\"%s\"], \"mappings\": \"\"}"
            .formatted(root, url);
    return SourceMap.parse(json, DIR).sources().getFirst().path();
  }

  private static void assertRefused(String json, String reason) {
    assertThatThrownBy(() -> SourceMap.parse(json, DIR))
        .isInstanceOf(SourceMapException.class)
        .hasMessageContaining(reason);
  }
}
