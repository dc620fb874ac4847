package dev.durascope.runtime.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Source;

/**
 * The prelude: the web platform's classes as JavaScript resources, a file a concern.
 *
 * <p>Each file is one function expression, {@code (function (host, load) { … return exports; })}.
 * {@code host} holds the groups of Java functions beneath, {@code load("name")} gives another
 * file's exports. A file is evaluated when something of it is first used, so start-up pays only for
 * that.
 *
 * <p>A file below {@code vendor/} is another project's, a CommonJS module as it was published; its
 * exports are what {@code load} gives. What it requires are modules of Node.js, {@code
 * node/NAME.js} of the prelude; {@code process}, which not every Worker has as a global, is {@code
 * vendorGlobals.process} there, and a stack is captured as {@code vendorGlobals.captureStackTrace}
 * does.
 */
final class PreludeFiles {
  private static final String FOLDER = "/dev/durascope/runtime/prelude/";

  private static final String VENDOR = "vendor/";

  private PreludeFiles() {}

  static Source source(String name) {
    try (var stream = PreludeFiles.class.getResourceAsStream(FOLDER + name + ".js")) {
      if (stream == null) {
        throw new IllegalArgumentException("The prelude has no file " + name + ".js");
      }
      var file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var text = name.startsWith(VENDOR) ? asFunction(file) : file;
      return Source.newBuilder("js", text, "durascope:" + name)
          .internal(true)
          .cached(true)
          .buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException("The prelude's file " + name + ".js cannot be read", e);
    }
  }

  /** Puts a CommonJS module into the form of the prelude's own files, lines unmoved. */
  private static String asFunction(String module) {
    return "(function (host, load) { const module = { exports: {} }; const { exports } = module; "
        + "const require = (name) => load(name.replace('node:', 'node/')); "
        + "const vendorGlobals = { get process() { return load('node/process'); }, "
        + "captureStackTrace: (error) => Error.captureStackTrace(error) }; "
        + module
        + "\nreturn module.exports; })";
  }
}
