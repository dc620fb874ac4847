package dev.durascope.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleOptionsTest {
  private static final Path CONFIG = Path.of("/project/wrangler.toml");

  @Test
  void aConfigurationSaysWhatToBundleAndHow() throws Exception {
    var options =
        options(
            """
            main = "src/index.ts"
            compatibility_date = "2025-01-01"
            compatibility_flags = ["nodejs_compat"]
            tsconfig = "tsconfig.worker.json"
            rules = [{ type = "Text", globs = ["**/*.md"], fallthrough = true }]
            [alias]
            foo = "./foo.ts"
            [define]
            V = "1"
            """);
    assertThat(options.entry()).isEqualTo(Path.of("/project/src/index.ts"));
    assertThat(options.projectDir()).isEqualTo(Path.of("/project"));
    assertThat(options.rules())
        .containsExactly(new ModuleRule(ModuleType.TEXT, List.of("**/*.md"), true));
    assertThat(options.alias()).containsEntry("foo", "./foo.ts");
    assertThat(options.define()).containsEntry("V", "1");
    assertThat(options.tsconfig()).isEqualTo(Path.of("/project/tsconfig.worker.json"));
    assertThat(options.nodejsCompat()).isEqualTo(NodejsCompat.FULL);
  }

  @Test
  void theCompatibilityDateDecidesHowMuchOfNodeThereIs() {
    assertThat(compat("2025-01-01", List.of())).isEqualTo(NodejsCompat.NONE);
    assertThat(compat("2024-09-22", List.of("nodejs_compat"))).isEqualTo(NodejsCompat.PREFIXED);
    assertThat(compat("2024-09-23", List.of("nodejs_compat"))).isEqualTo(NodejsCompat.FULL);
    assertThat(compat("2025-01-01", List.of("nodejs_compat", "no_nodejs_compat_v2")))
        .isEqualTo(NodejsCompat.PREFIXED);
    assertThat(compat("2023-01-01", List.of("nodejs_compat_v2"))).isEqualTo(NodejsCompat.FULL);
  }

  @Test
  void whatCannotBeBundledIsRefusedWithTheRemedy() {
    assertThat(catchThrowableOfType(BundleException.class, () -> options("name = \"x\"")))
        .hasMessage(
            "/project/wrangler.toml names no entry. Add \"main\", the file that exports the"
                + " Worker.");
    assertThat(
            catchThrowableOfType(
                BundleException.class,
                () ->
                    options(
                        "main = \"a.js\"\n"
                            + "rules = [{ type = \"PythonModule\", globs = [\"*.py\"] }]")))
        .hasMessageContaining("PythonModule is for Python");
  }

  private static BundleOptions options(String toml) throws BundleException {
    return BundleOptions.of(WranglerConfig.parse(CONFIG, toml).effective(Optional.empty()));
  }

  private static NodejsCompat compat(String date, List<String> flags) {
    return NodejsCompat.of(EnabledFlags.of(Optional.of(date), flags));
  }
}
