package dev.durascope.runtime.bundle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.bundle.sourcemap.SourceMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A built Worker: one ES module, and what belongs to it. Immutable; all of it is in memory.
 *
 * <p>The source map and esbuild's description of the inputs are JSON that the first answer to a
 * request does not need, so they are read when somebody asks.
 */
public final class Bundle {
  private final byte[] code;
  private final byte[] mapJson;
  private final byte[] metafile;
  private final String hash;
  private final Path projectDir;
  private final Path outputPath;
  private final String name;
  private final List<AdditionalModule> modules;
  private final List<BundleMessage> warnings;
  private @Nullable String text;
  private @Nullable SourceMap map;
  private @Nullable JsonObject description;

  Bundle(
      byte[] code,
      byte[] mapJson,
      byte[] metafile,
      String hash,
      Path projectDir,
      Path outputPath,
      String name,
      List<AdditionalModule> modules,
      List<BundleMessage> warnings) {
    this.code = code;
    this.mapJson = mapJson;
    this.metafile = metafile;
    this.hash = hash;
    this.projectDir = projectDir;
    this.outputPath = outputPath;
    this.name = name;
    this.modules = List.copyOf(modules);
    this.warnings = List.copyOf(warnings);
  }

  /** The module's source, without a reference to its map. */
  public synchronized String code() {
    var known = text;
    if (known == null) {
      known = new String(code, StandardCharsets.UTF_8);
      text = known;
    }
    return known;
  }

  /**
   * The module's source, its last line a reference to its map that has the map in it: a comment as
   * the Source Map specification (ECMA-426) lays it down.
   */
  public String codeWithMap() {
    var root = String.valueOf(outputPath.resolveSibling("").toUri());
    var placed = mapJson().replaceFirst("\\{", "{\"sourceRoot\":\"" + root + "\",");
    return code()
        + "\n//# sourceMappingURL=data:application/json;base64,"
        + Base64.getEncoder().encodeToString(placed.getBytes(StandardCharsets.UTF_8))
        + "\n";
  }

  /** From positions in {@link #code} to positions in the sources, and back. */
  public synchronized SourceMap map() {
    var known = map;
    if (known == null) {
      known = SourceMap.parse(mapJson(), outputPath.resolveSibling(""));
      map = known;
    }
    return known;
  }

  /**
   * The source map as JSON, for clients that read maps themselves. Its sources are relative to
   * {@link #outputPath}.
   */
  public String mapJson() {
    return new String(mapJson, StandardCharsets.UTF_8);
  }

  /** Where the module seems to be, absolute. No file is there; the source map is relative to it. */
  public Path outputPath() {
    return outputPath;
  }

  /**
   * The module's name, relative to what the names of {@link #modules} are relative to: it is not
   * always beside them.
   */
  public String name() {
    return name;
  }

  /** The text, data and WebAssembly modules that the code imports. */
  public List<AdditionalModule> modules() {
    return modules;
  }

  /** All the files that went in, absolute: a change to one of them makes the bundle stale. */
  public Set<Path> inputs() {
    var inputs = new LinkedHashSet<Path>();
    for (var name : description().getAsJsonObject("inputs").keySet()) {
      try {
        var file = projectDir.resolve(name).normalize();
        if (file.toFile().isFile()) {
          inputs.add(file);
        }
      } catch (InvalidPathException e) {
        // A module of our own making: its name is no path.
      }
    }
    modules.forEach(module -> inputs.add(module.file()));
    return Collections.unmodifiableSet(inputs);
  }

  /** The names that the entry exports, {@code default} among them. */
  public Set<String> exports() {
    var exports = new LinkedHashSet<String>();
    for (JsonElement output : description().getAsJsonObject("outputs").asMap().values()) {
      if (output.getAsJsonObject().has("entryPoint")) {
        output
            .getAsJsonObject()
            .getAsJsonArray("exports")
            .forEach(name -> exports.add(name.getAsString()));
      }
    }
    return Collections.unmodifiableSet(exports);
  }

  /** What esbuild frowned upon. */
  public List<BundleMessage> warnings() {
    return warnings;
  }

  /**
   * Equal for bundles of equal code, map and modules: a save that changes nothing need not restart
   * anything.
   */
  public String hash() {
    return hash;
  }

  private synchronized JsonObject description() {
    var known = description;
    if (known == null) {
      known =
          JsonParser.parseString(new String(metafile, StandardCharsets.UTF_8)).getAsJsonObject();
      description = known;
    }
    return known;
  }
}
