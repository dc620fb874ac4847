package dev.durascope.runtime.bundle.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lookups in random maps against a second way of computing them: the list of segments from which
 * the map was written, searched from end to end.
 */
class SourceMapPropertyTest {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int LINES = 12;
  private static final int COLUMNS = 20;
  private static final Path DIR = Path.of("/p");

  /** All from 1; source 0 means none. */
  private record Segment(
      int line, int column, int source, int originalLine, int originalColumn, int name) {
    GeneratedPosition generated() {
      return new GeneratedPosition(line, column);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void lookupsAgreeWithASearchFromEndToEnd(long seed) {
    var random = new Random(seed);
    var sources = 1 + random.nextInt(3);
    var segments = randomSegments(random, sources);
    var map = SourceMap.parse(write(segments, sources), DIR);

    for (var line = 0; line <= LINES + 1; line++) {
      for (var column = 0; column <= COLUMNS + 2; column++) {
        assertThat(map.original(line, column)).isEqualTo(expectedOriginal(segments, line, column));
      }
    }
    for (var source = 1; source <= sources; source++) {
      for (var line = 0; line <= LINES + 1; line++) {
        assertThat(map.generated(path(source), line))
            .isEqualTo(expectedGenerated(segments, source, line));
        assertThat(map.breakpoint(path(source), line))
            .isEqualTo(expectedBreakpoint(segments, source, line));
        for (var column = 0; column <= COLUMNS + 2; column++) {
          assertThat(map.generated(path(source), line, column))
              .isEqualTo(expectedGenerated(segments, source, line, column));
        }
      }
    }
  }

  private static List<Segment> randomSegments(Random random, int sources) {
    var segments = new ArrayList<Segment>();
    for (var line = 1; line <= LINES; line++) {
      var columns = new TreeSet<Integer>();
      for (var i = random.nextInt(6); i > 0; i--) {
        columns.add(1 + random.nextInt(COLUMNS));
      }
      for (var column : columns) {
        segments.add(
            random.nextInt(5) == 0
                ? new Segment(line, column, 0, 0, 0, 0)
                : new Segment(
                    line,
                    column,
                    1 + random.nextInt(sources),
                    1 + random.nextInt(LINES),
                    1 + random.nextInt(COLUMNS),
                    random.nextInt(3)));
      }
    }
    return segments;
  }

  private static Optional<OriginalPosition> expectedOriginal(
      List<Segment> segments, int line, int column) {
    return segments.stream()
        .filter(segment -> segment.line() == line && segment.column() <= column)
        .max(Comparator.comparingInt(Segment::column))
        .filter(segment -> segment.source() > 0)
        .map(
            segment ->
                new OriginalPosition(
                    path(segment.source()),
                    segment.originalLine(),
                    segment.originalColumn(),
                    name(segment)));
  }

  private static List<GeneratedPosition> expectedGenerated(
      List<Segment> segments, int source, int line) {
    return segments.stream()
        .filter(segment -> segment.source() == source && segment.originalLine() == line)
        .map(Segment::generated)
        .sorted()
        .toList();
  }

  private static List<GeneratedPosition> expectedGenerated(
      List<Segment> segments, int source, int line, int column) {
    var best =
        segments.stream()
            .filter(segment -> segment.source() == source && segment.originalLine() == line)
            .mapToInt(Segment::originalColumn)
            .filter(candidate -> candidate <= column)
            .max();
    return segments.stream()
        .filter(segment -> segment.source() == source && segment.originalLine() == line)
        .filter(segment -> best.isPresent() && segment.originalColumn() == best.getAsInt())
        .map(Segment::generated)
        .sorted()
        .toList();
  }

  private static Optional<BreakpointLocation> expectedBreakpoint(
      List<Segment> segments, int source, int line) {
    return segments.stream()
        .filter(segment -> segment.source() == source && segment.originalLine() >= line)
        .min(
            Comparator.comparingInt(Segment::originalLine)
                .thenComparingInt(Segment::originalColumn))
        .map(
            first ->
                new BreakpointLocation(
                    first.originalLine(),
                    first.originalColumn(),
                    expectedGenerated(
                        segments, source, first.originalLine(), first.originalColumn())));
  }

  private static @Nullable String name(Segment segment) {
    return segment.name() == 0 ? null : "n" + segment.name();
  }

  private static Path path(int source) {
    return Path.of("/p/s" + source + ".ts");
  }

  private static String write(List<Segment> segments, int sources) {
    var out = new StringBuilder("{\"version\":3,\"names\":[\"n1\",\"n2\"],\"sources\":[");
    for (var source = 1; source <= sources; source++) {
      out.append(source == 1 ? "" : ",").append("\"s").append(source).append(".ts\"");
    }
    out.append("],\"mappings\":\"");
    int column;
    var source = 1;
    var originalLine = 1;
    var originalColumn = 1;
    var name = 1;
    for (var line = 1; line <= LINES; line++) {
      out.append(line == 1 ? "" : ";");
      column = 1;
      var separator = "";
      for (var segment : segments) {
        if (segment.line() != line) {
          continue;
        }
        out.append(separator).append(vlq(segment.column() - column));
        separator = ",";
        column = segment.column();
        if (segment.source() > 0) {
          out.append(vlq(segment.source() - source));
          out.append(vlq(segment.originalLine() - originalLine));
          out.append(vlq(segment.originalColumn() - originalColumn));
          source = segment.source();
          originalLine = segment.originalLine();
          originalColumn = segment.originalColumn();
          if (segment.name() > 0) {
            out.append(vlq(segment.name() - name));
            name = segment.name();
          }
        }
      }
    }
    return out.append("\"}").toString();
  }

  private static String vlq(int value) {
    var rest = value < 0 ? (-value << 1) | 1 : value << 1;
    var out = new StringBuilder();
    do {
      var digit = rest & 31;
      rest >>>= 5;
      out.append(DIGITS.charAt(rest > 0 ? digit | 32 : digit));
    } while (rest > 0);
    return out.toString();
  }
}
