package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionOutlineTest {

  @Test
  void functions_are_found_with_their_owners_and_first_statements() {
    var text =
        """
        export function* one() { /* é */ yield 1; }
        const two = async () => one();
        export default { fetch() { return 1; }, "say": (x: number) => x };
        abstract class Room { constructor() { super(); } #hidden() {} field = function () { go(); }; }
        """;
    assertThat(FunctionOutline.of("a.ts", text))
        .extracting(
            function ->
                function.owner()
                    + "."
                    + function.name()
                    + ": "
                    + text.substring(function.start()).split("[ ;(]", 2)[0])
        .containsExactly(
            ".one: yield",
            ".two: one",
            "default.fetch: return",
            "default.say: x",
            "Room.constructor: super",
            "Room.#hidden: }",
            "Room.field: go");
    assertThat(FunctionOutline.of("a.css", text)).isEmpty();
  }

  @Test
  void a_function_is_called_by_its_name_and_that_of_its_class() {
    var method = new FunctionOutline.Function("Room", "say", 0);
    assertThat(method.isCalled("say")).isTrue();
    assertThat(method.isCalled("Room.say")).isTrue();
    assertThat(method.isCalled("Room")).isFalse();
    assertThat(method.isCalled("Attic.say")).isFalse();
    assertThat(new FunctionOutline.Function("Room", "constructor", 0).isCalled("Room")).isTrue();
  }
}
