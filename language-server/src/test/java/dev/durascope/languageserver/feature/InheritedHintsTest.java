package dev.durascope.languageserver.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InheritedHintsTest {

  /** The text with each hint in braces where it stands. */
  private static void check(String file, String expected) {
    var text = expected.replaceAll("⟨[^⟩]*⟩", "");
    var shown = new StringBuilder(text);
    InheritedHints.of(WranglerConfig.parse(Path.of(file), text))
        .reversed()
        .forEach(hint -> shown.insert(hint.offset(), "⟨" + hint.label() + "⟩"));
    assertThat(shown.toString()).isEqualTo(expected);
  }

  @Test
  void ofToml() {
    check(
        "/wrangler.toml",
        """
        name = "chat"
        main = "src/index.ts"
        vars.A = 1
        [[migrations]]
        tag = "v1"
        [[migrations]]
        tag = "v2"
        [env.a]⟨inherits name = "chat-a", main = "src/index.ts", migrations up to v2⟩
        [env.b]⟨inherits main = "src/index.ts"⟩ # b
        name = "b"
        migrations = []
        [env.c.vars]⟨inherits name = "chat-c", main = "src/index.ts", migrations up to v2⟩
        A = 2
        [[env.d.routes]]⟨inherits name = "chat-d", main = "src/index.ts", migrations up to v2⟩
        [env]
        e = {⟨inherits name = "chat-e", main = "src/index.ts", migrations up to v2⟩ vars = {} }
        """);
  }

  @Test
  void ofJson() {
    check(
        "/wrangler.jsonc",
        """
        {
          "name": "chat", "main": "i.ts", "compatibility_date": "2026-01-01", "minify": true,
          "compatibility_flags": ["nodejs_compat"], "observability": { "enabled": true },
          "account_id": "0123456789012345678901234567890123456789",
          "durable_objects": { "bindings": [] },
          "env": {
            "a": {⟨inherits name = "chat-a", main = "i.ts", compatibility_date = "2026-01-01", \
        compatibility_flags and 3 more⟩ },
            "b": {⟨inherits compatibility_date = "2026-01-01", compatibility_flags, minify = true, account_id⟩
              "name": "b", "main": "b.ts", "observability": {} }
          }
        }
        """);
  }

  @Test
  void nothingToInheritAndHalfTyped() {
    check("/wrangler.toml", "vars.A = 1\n[env.a]\n");
    check("/wrangler.toml", "main = \n[env.a]\n[env.");
    check("/wrangler.json", "{ \"main\": \"a\", \"env\": { \"e\": {⟨inherits main = \"a\"⟩");
  }
}
