package dev.durascope.runtime.wire.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.storage.PeerState;
import dev.durascope.runtime.wire.WireLiteral;
import dev.durascope.runtime.wire.WireValue;
import java.nio.file.Path;
import java.util.HexFormat;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as JavaScript comes back from it as it was. */
class ValueExpressionTest {

  @TempDir Path folder;

  @Test
  void whatWorkerdStoredIsWrittenAsJavaScriptThatMakesIt() {
    comesBack(
        ErrorForm.PLAIN,
        "sample-Cabinet",
        PeerState.recorded().getAsJsonObject("ids").get("lobby").getAsString());
    comesBack(
        ErrorForm.ENHANCED, "enhanced-Cabinet", PeerState.recorded().get("enhanced").getAsString());
  }

  private void comesBack(ErrorForm form, String uniqueKey, String objectId) {
    var state = PeerState.copyTo(folder.resolve(uniqueKey));
    try (var js = new CloneContext(form)) {
      var soft = new SoftAssertions();
      PeerState.specimens(state, uniqueKey, objectId)
          .forEach(
              (name, bytes) -> {
                var literal = WireLiteral.of(WireValue.read(bytes));
                var again = js.structuredClone().serialize(js.eval("(" + literal + ")"));
                soft.assertThat(HexFormat.of().formatHex(again))
                    .as("%s: %s", name, literal)
                    .isEqualTo(HexFormat.of().formatHex(bytes));
              });
      soft.assertAll();
    }
  }

  @Test
  void itReadsAsPeopleWriteIt() {
    assertLiteral("{name: \"ada\", tags: [1, true, null], \"a b\": undefined}");
    assertLiteral(
        "new Map([[\"a\", new Set([1, 2])], [{}, new Date(\"2026-01-01T00:00:00.000Z\")]])");
    assertLiteral("[-0, NaN, 12345678901234567890n, /a+b\\/c/giu, Object(\"s\")]");
    assertLiteral("[1, , 3, \"\\ud800 日本 \\\"\"]");
    assertLiteral("new Float64Array([1.5, -0])");
    assertLiteral("(() => { const $0 = {}; $0[\"me\"] = $0; return $0; })()");
    assertLiteral("{[\"__proto__\"]: 1}");
    assertLiteral("Object.assign(new Array(4000000001), {5: 1, 4000000000: \"far\"})");
  }

  private static void assertLiteral(String expression) {
    assertThat(WireLiteral.of(ValueExpression.evaluate(expression, ErrorForm.PLAIN)))
        .isEqualTo(expression);
  }

  @Test
  void manyBytesAreWrittenAsBase64() {
    var bytes = "new Uint8Array(100).fill(7)";
    var literal = WireLiteral.of(ValueExpression.evaluate(bytes, ErrorForm.PLAIN));
    assertThat(literal).startsWith("Uint8Array.fromBase64(\"BwcH");
    assertLiteral(literal);
  }

  @Test
  void whatIsNoValueSaysWhy() {
    assertThatThrownBy(() -> ValueExpression.evaluate("{a: ", ErrorForm.PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SyntaxError");
    assertThatThrownBy(() -> ValueExpression.evaluate("lobby", ErrorForm.PLAIN))
        .hasMessageContaining("ReferenceError: lobby is not defined");
    assertThatThrownBy(() -> ValueExpression.evaluate("() => 1", ErrorForm.PLAIN))
        .hasMessageContaining("could not be cloned");
  }
}
