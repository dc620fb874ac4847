package dev.durascope.languageserver.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesRecipeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrangler types",
        "wrangler types --config=a/wrangler.toml --env=staging",
        "wrangler types --config=a/wrangler.toml --config=b/wrangler.json",
        "wrangler types --include-runtime=false --strict-vars=false --env-interface=Bindings x.d.ts",
      })
  void whatWranglerWritesIsReadAndWrittenAgain(String command) {
    assertThat(TypesRecipe.parse(command)).get().hasToString(command);
  }

  @Test
  void whatPeopleTypeIsReadToo() {
    assertThat(TypesRecipe.parse("wrangler types -e staging -c w.json --strict-vars src/env.d.ts "))
        .get()
        .hasToString("wrangler types --config=w.json --env=staging src/env.d.ts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrangler dev",
        "wrangler types --env-file x",
        "wrangler types --env",
      })
  void whatIsNotUnderstoodIsNotGuessed(String command) {
    assertThat(TypesRecipe.parse(command)).isEmpty();
  }
}
