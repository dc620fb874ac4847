package dev.durascope.runtime.bundle.sourcemap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source map, revision 3: which text of a bundle stems from where in which source, and the other
 * way round.
 *
 * <p>Lines and columns count from 1 here, as in stack traces, in the Truffle API and in editors;
 * the format itself counts from 0. Columns are UTF-16 units.
 *
 * <p>Looking up a generated position is a binary search in the order of the generated text. For the
 * other way each source gets, the first time that somebody asks, an index of its segments in the
 * order of its own text.
 *
 * <p>An index map, which holds maps in {@code sections}, each with where its text begins, is read
 * as one map. What a section says by {@code url} is not fetched.
 */
public final class SourceMap {

  /**
   * A source of the map.
   *
   * @param path absolute; for a source that is no file (a module of a bundler's own making) a path
   *     beneath the map's directory, where nothing is
   * @param content its text, where the map carries it
   */
  public record Source(Path path, @Nullable String content) {}

  private final Segments segments;
  private final List<Source> sources;
  private final List<String> names;
  private final Map<Path, Integer> sourceIndex = new HashMap<>();

  /** For each source its segments ordered by original position; null until somebody asks. */
  private final @Nullable Integer[][] bySource;

  private SourceMap(Segments segments, List<Source> sources, List<String> names) {
    this.segments = segments;
    this.sources = sources;
    this.names = names;
    this.bySource = new Integer[sources.size()][];
    for (var i = 0; i < sources.size(); i++) {
      sourceIndex.putIfAbsent(sources.get(i).path(), i);
    }
  }

  /**
   * Reads a map.
   *
   * @param directory what the map's sources are relative to: where the map is, absolute
   * @throws SourceMapException if the text is no map of revision 3
   */
  public static SourceMap parse(String json, Path directory) {
    JsonObject map;
    try {
      map = JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new SourceMapException("no JSON object: " + e.getMessage(), e);
    }
    return read(map, directory);
  }

  private static SourceMap read(JsonObject map, Path directory) {
    var version = map.get("version");
    if (version == null || !version.isJsonPrimitive() || !version.getAsString().equals("3")) {
      throw new SourceMapException("version " + version + " is not supported, only 3");
    }
    if (map.has("sections")) {
      return joined(map.get("sections"), directory);
    }
    var root = string(map, "sourceRoot");
    var urls = strings(map, "sources");
    var contents = strings(map, "sourcesContent");
    var sources = new ArrayList<Source>();
    for (var i = 0; i < urls.size(); i++) {
      var url = urls.get(i);
      var content = i < contents.size() ? contents.get(i) : null;
      sources.add(new Source(path(root, url == null ? "unknown-" + i : url, directory), content));
    }
    var names = strings(map, "names").stream().map(String::valueOf).toList();
    var mappings = string(map, "mappings");
    return new SourceMap(
        Segments.decode(mappings, sources.size(), names.size()), List.copyOf(sources), names);
  }

  private static SourceMap joined(JsonElement sections, Path directory) {
    var segments = Segments.none();
    var sources = new LinkedHashMap<Path, Source>();
    var numbers = new HashMap<Path, Integer>();
    var names = new ArrayList<String>();
    if (!(sections instanceof JsonArray all)) {
      throw new SourceMapException("\"sections\" is not a list");
    }
    for (var element : all) {
      if (!(element instanceof JsonObject section)
          || !(section.get("map") instanceof JsonObject map)
          || !(section.get("offset") instanceof JsonObject offset)) {
        throw new SourceMapException("a section has no \"map\" or no \"offset\" of its own");
      }
      var part = read(map, directory);
      segments.append(
          part.segments,
          number(offset, "line"),
          number(offset, "column"),
          part.sources.stream()
              .mapToInt(source -> numbers.computeIfAbsent(source.path(), _ -> numbers.size()))
              .toArray(),
          names.size());
      part.sources.forEach(source -> sources.putIfAbsent(source.path(), source));
      names.addAll(part.names);
    }
    return new SourceMap(segments, List.copyOf(sources.values()), List.copyOf(names));
  }

  private static int number(JsonObject offset, String key) {
    if (offset.get(key) instanceof JsonPrimitive number
        && number.isNumber()
        && number.getAsInt() >= 0) {
      return number.getAsInt();
    }
    throw new SourceMapException("\"" + key + "\" of an offset is no number from 0");
  }

  /** All sources, in the order of the map. */
  public List<Source> sources() {
    return sources;
  }

  /**
   * Where the generated text at the position stems from; nothing for text that the bundler made up.
   */
  public Optional<OriginalPosition> original(int line, int column) {
    var segment = segments.find(line - 1, column - 1);
    if (segment < 0 || segments.sources[segment] < 0) {
      return Optional.empty();
    }
    var name = segments.names[segment];
    return Optional.of(
        new OriginalPosition(
            sources.get(segments.sources[segment]).path(),
            segments.originalLines[segment] + 1,
            segments.originalColumns[segment] + 1,
            name < 0 ? null : names.get(name)));
  }

  /**
   * Every place that a source's line became, in the order of the generated text; none if it became
   * nothing.
   */
  public List<GeneratedPosition> generated(Path source, int line) {
    var index = index(source);
    var result = new ArrayList<GeneratedPosition>();
    for (var i = lowerBound(index, line - 1, 0);
        i < index.length && lineOf(index[i]) == line - 1;
        i++) {
      result.add(position(index[i]));
    }
    return result.stream().distinct().sorted().toList();
  }

  /**
   * Every place that the text at a source's position became: that of the segment which starts
   * there, or else of the one that starts last before it on the line.
   */
  public List<GeneratedPosition> generated(Path source, int line, int column) {
    var index = index(source);
    var at = lowerBound(index, line - 1, column - 1);
    if (at == index.length || lineOf(index[at]) != line - 1 || columnOf(index[at]) != column - 1) {
      at--;
    }
    if (at < 0 || lineOf(index[at]) != line - 1) {
      return List.of();
    }
    return samePlace(index, lowerBound(index, line - 1, columnOf(index[at])));
  }

  /**
   * Where to put a breakpoint that was set on a source's line: on its first mapped column, or on
   * that of the next line which became code. Nothing if no code follows, or if the source is not in
   * the map.
   */
  public Optional<BreakpointLocation> breakpoint(Path source, int line) {
    var index = index(source);
    var at = lowerBound(index, line - 1, 0);
    return at == index.length ? Optional.empty() : Optional.of(location(index, at));
  }

  /**
   * All the places between two lines of a source, both included, where a breakpoint with a column
   * can be.
   */
  public List<BreakpointLocation> breakpoints(Path source, int firstLine, int lastLine) {
    var index = index(source);
    var result = new ArrayList<BreakpointLocation>();
    var at = lowerBound(index, firstLine - 1, 0);
    while (at < index.length && lineOf(index[at]) < lastLine) {
      var location = location(index, at);
      result.add(location);
      at = lowerBound(index, location.line() - 1, location.column());
    }
    return result;
  }

  private BreakpointLocation location(Integer[] index, int at) {
    return new BreakpointLocation(
        lineOf(index[at]) + 1, columnOf(index[at]) + 1, samePlace(index, at));
  }

  /**
   * The generated positions of all segments that share the original position of the one at {@code
   * from}.
   */
  private List<GeneratedPosition> samePlace(Integer[] index, int from) {
    var result = new ArrayList<GeneratedPosition>();
    for (var i = from;
        i < index.length
            && lineOf(index[i]) == lineOf(index[from])
            && columnOf(index[i]) == columnOf(index[from]);
        i++) {
      result.add(position(index[i]));
    }
    return result.stream().distinct().sorted().toList();
  }

  /** The first place in the index whose original position is not before the given one. */
  private int lowerBound(Integer[] index, int line, int column) {
    var low = 0;
    var high = index.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      var before =
          lineOf(index[middle]) < line
              || (lineOf(index[middle]) == line && columnOf(index[middle]) < column);
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Integer[] index(Path source) {
    var number = sourceIndex.get(source);
    if (number == null) {
      return new Integer[0];
    }
    synchronized (bySource) {
      var known = bySource[number];
      if (known == null) {
        var all = new ArrayList<Integer>();
        for (var i = 0; i < segments.size; i++) {
          if (segments.sources[i] == number) {
            all.add(i);
          }
        }
        known = all.toArray(new Integer[0]);
        Arrays.sort(
            known,
            (a, b) ->
                lineOf(a) != lineOf(b)
                    ? Integer.compare(lineOf(a), lineOf(b))
                    : Integer.compare(columnOf(a), columnOf(b)));
        bySource[number] = known;
      }
      return known;
    }
  }

  private int lineOf(int segment) {
    return segments.originalLines[segment];
  }

  private int columnOf(int segment) {
    return segments.originalColumns[segment];
  }

  private GeneratedPosition position(int segment) {
    return new GeneratedPosition(
        segments.lineOf(segment) + 1, segments.generatedColumns[segment] + 1);
  }

  /** Bundlers on Windows have been seen to write its separators, which no URL has. */
  private static Path path(String sourceRoot, String sourceUrl, Path directory) {
    var root = sourceRoot.replace('\\', '/');
    var url = sourceUrl.replace('\\', '/');
    var full = root.isEmpty() || root.endsWith("/") ? root + url : root + "/" + url;
    if (full.startsWith("file:")) {
      return Path.of(URI.create(full)).normalize();
    }
    var scheme = full.indexOf(':');
    var isWindowsPath = scheme == 1;
    if (scheme > 0 && !isWindowsPath) {
      return directory.resolve(full.replaceAll("[:?*\"<>|]+/*", "/")).normalize();
    }
    return directory.resolve(full).normalize();
  }

  private static String string(JsonObject map, String key) {
    var value = map.get(key);
    if (value == null || value.isJsonNull()) {
      return "";
    }
    if (!value.isJsonPrimitive()) {
      throw new SourceMapException("\"" + key + "\" is not text");
    }
    return value.getAsString();
  }

  private static List<@Nullable String> strings(JsonObject map, String key) {
    var value = map.get(key);
    if (value == null || value.isJsonNull()) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      throw new SourceMapException("\"" + key + "\" is not a list");
    }
    var result = new ArrayList<@Nullable String>();
    for (JsonElement item : array) {
      result.add(item.isJsonNull() ? null : item.getAsString());
    }
    return result;
  }
}
