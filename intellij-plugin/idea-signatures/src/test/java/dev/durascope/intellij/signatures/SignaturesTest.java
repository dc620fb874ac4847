package dev.durascope.intellij.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  /**
   * What of the platform's core the plugin touches; the rest of the platform is on no public
   * repository.
   */
  private static final List<String> COMPARABLE =
      List.of(
          "com/intellij/openapi/application/PathManager",
          "com/intellij/openapi/project/Project",
          "com/intellij/openapi/vfs/VirtualFile",
          "com/intellij/util/EnvironmentUtil");

  private static final Pattern ROW =
      Pattern.compile("\\| `([\\w.]+)` \\| (community|lsp4ij) \\| (\\S+) \\| ([0-9a-f]{40}) \\|");

  @Test
  void theLedgerHasARowForEachSignatureAndNoOther() throws Exception {
    var rows = new ArrayList<String>();
    for (var line : Files.readAllLines(Path.of("LEDGER.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        var simpleName = row.group(1).substring(row.group(1).lastIndexOf('.') + 1);
        assertThat(row.group(3)).as(line).matches(".*/" + simpleName + "\\.(java|kt)");
        rows.add(row.group(1).replace('.', '/'));
      }
    }
    var types = signatures().keySet().stream().filter(type -> !type.endsWith("package-info"));
    assertThat(rows).containsExactlyInAnyOrderElementsOf(types.toList());
  }

  @Test
  void whatTheRealPlatformHasIsAsTheSignaturesSay() throws Exception {
    var signatures = signatures();
    try (var jar = kotlinCompiler()) {
      var real = ClassFiles.inJar(jar);
      var comparison = new SignatureComparison(real);
      var compared = new ArrayList<String>();
      for (Map.Entry<String, ClassModel> signature : signatures.entrySet()) {
        var truth = real.find(signature.getKey());
        if (truth.isPresent()) {
          compared.add(signature.getKey());
          assertThat(comparison.differences(signature.getValue(), truth.get())).isEmpty();
        }
      }
      assertThat(compared).containsExactlyElementsOf(COMPARABLE);
    }
  }

  @Test
  void aWrongSignatureIsNoticed() throws Exception {
    var signatures = signatures();
    try (var jar = kotlinCompiler()) {
      var real = ClassFiles.inJar(jar);
      var project = real.find("com/intellij/openapi/project/Project").orElseThrow();
      var file = Objects.requireNonNull(signatures.get("com/intellij/openapi/vfs/VirtualFile"));
      assertThat(new SignatureComparison(real).differences(file, project))
          .contains(
              "com/intellij/openapi/vfs/VirtualFile: INTERFACE is true in the real type",
              "com/intellij/openapi/vfs/VirtualFile.getPath()Ljava/lang/String;: the real type has none");
    }
  }

  private static Map<String, ClassModel> signatures() throws IOException {
    return ClassFiles.inFolder(Path.of("target/classes"));
  }

  private static ZipFile kotlinCompiler() throws IOException {
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.contains(File.separator + "kotlin-compiler-")) {
        return new ZipFile(entry);
      }
    }
    throw new IllegalStateException("kotlin-compiler is not on the class path.");
  }
}
