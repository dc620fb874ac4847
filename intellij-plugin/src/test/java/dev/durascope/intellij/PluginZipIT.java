package dev.durascope.intellij;

import static org.assertj.core.api.Assertions.assertThat;

import com.jetbrains.plugin.structure.base.plugin.PluginCreationFail;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationResult;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationSuccess;
import com.jetbrains.plugin.structure.intellij.plugin.IdePlugin;
import com.jetbrains.plugin.structure.intellij.plugin.IdePluginManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The zip that a user installs, read by the library that JetBrains' marketplace and IDEs read it
 * with.
 */
class PluginZipIT {
  private static final Path ZIP = Path.of(required("plugin.zip"));

  /** Class files of Java 17. */
  private static final int JAVA_17_MAJOR = 61;

  @Test
  void theIdeAcceptsItWithoutProblemOrWarning() {
    var plugin = accepted(IdePluginManager.createManager().createPlugin(ZIP));
    assertThat(plugin.getPluginId()).isEqualTo("dev.durascope");
    assertThat(plugin.getPluginVersion()).isEqualTo(required("plugin.version"));
    assertThat(plugin.getSinceBuild())
        .extracting(build -> build.getBaselineVersion())
        .isEqualTo(242);
    assertThat(plugin.getUntilBuild()).isNull();
    assertThat(plugin.getDependsList().stream().map(dependency -> dependency.getPluginId()))
        .containsExactlyInAnyOrder("com.intellij.modules.platform", "com.redhat.devtools.lsp4ij");
  }

  @Test
  void itHoldsOurClassesForJava17AndNothingOfTheIde() throws IOException {
    var jar = "durable-objects/lib/intellij-plugin-" + required("plugin.version") + ".jar";
    var content = entries(Files.readAllBytes(ZIP));
    assertThat(content)
        .containsOnlyKeys(
            jar, "durable-objects/LICENSE", "durable-objects/", "durable-objects/lib/");
    var packages = new TreeSet<String>();
    for (var entry : entries(Objects.requireNonNull(content.get(jar))).entrySet()) {
      if (entry.getKey().endsWith(".class")) {
        packages.add(entry.getKey().substring(0, entry.getKey().lastIndexOf('/')));
        assertThat(ClassFile.of().parse(entry.getValue()).majorVersion())
            .as(entry.getKey())
            .isEqualTo(JAVA_17_MAJOR);
      }
    }
    assertThat(packages).containsExactly("dev/durascope/intellij");
  }

  @Test
  void everyClassThatItsDescriptorNamesIsThereAndCanBeMade() throws Exception {
    var descriptor = descriptor();
    Set<String> named = new TreeSet<>();
    var attributes =
        Pattern.compile("(?:factoryClass|documentMatcher)=\"([^\"]+)\"").matcher(descriptor);
    while (attributes.find()) {
      named.add(attributes.group(1));
    }
    assertThat(named)
        .containsExactly(
            DurascopeDebugAdapterFactory.class.getName(),
            DurascopeLanguageServerFactory.class.getName(),
            WranglerProjectMatcher.class.getName());
    for (var name : named) {
      assertThat(Class.forName(name).getConstructor().newInstance()).isNotNull();
    }
  }

  @Test
  void theDescriptorMapsEachScriptThatTakesBreakpoints() throws IOException {
    var descriptor = descriptor();
    List<String> mapped = new ArrayList<>();
    var patterns = Pattern.compile("patterns=\"([^\"]+)\"\\s+documentMatcher").matcher(descriptor);
    while (patterns.find()) {
      for (var pattern : patterns.group(1).split(";", -1)) {
        mapped.add(pattern.substring("*.".length()));
      }
    }
    assertThat(mapped).containsExactlyInAnyOrderElementsOf(ScriptFiles.EXTENSIONS);
  }

  private static IdePlugin accepted(PluginCreationResult<IdePlugin> result) {
    if (result instanceof PluginCreationSuccess<IdePlugin> success) {
      assertThat(success.getWarnings()).isEmpty();
      assertThat(success.getUnacceptableWarnings()).isEmpty();
      return success.getPlugin();
    }
    throw new AssertionError(
        ((PluginCreationFail<IdePlugin>) result).getErrorsAndWarnings().toString());
  }

  private static String descriptor() throws IOException {
    return Files.readString(Path.of("target/classes/META-INF/plugin.xml"));
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static String required(String property) {
    var value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("Run me by Maven: it says where the zip is by -D" + property);
    }
    return value;
  }
}
