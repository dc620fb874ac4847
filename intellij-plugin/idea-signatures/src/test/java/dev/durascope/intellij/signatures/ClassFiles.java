package dev.durascope.intellij.signatures;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * Class files by name, as they lie on disk: none is loaded, so two classes of one name can be
 * compared.
 */
@FunctionalInterface
interface ClassFiles {
  /** The class file of a type such as {@code com/intellij/openapi/project/Project}. */
  Optional<ClassModel> find(String internalName);

  /** All types under a folder of compiled classes, by internal name, in order. */
  static Map<String, ClassModel> inFolder(Path folder) throws IOException {
    var found = new TreeMap<String, ClassModel>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        var model = ClassFile.of().parse(file);
        found.put(model.thisClass().asInternalName(), model);
      }
    }
    return found;
  }

  /** The types in a jar, which stays open as long as it is asked. */
  static ClassFiles inJar(ZipFile jar) {
    return internalName -> {
      var entry = jar.getEntry(internalName + ".class");
      if (entry == null) {
        return Optional.empty();
      }
      try (var bytes = jar.getInputStream(entry)) {
        return Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
      } catch (IOException unreadable) {
        throw new IllegalStateException(
            "Cannot read " + internalName + " in " + jar.getName(), unreadable);
      }
    };
  }
}
