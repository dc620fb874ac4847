package dev.durascope.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.wire.WireValue.DenseArray;
import dev.durascope.runtime.wire.WireValue.Int;
import dev.durascope.runtime.wire.WireValue.JsDate;
import dev.durascope.runtime.wire.WireValue.JsError;
import dev.durascope.runtime.wire.WireValue.JsObject;
import dev.durascope.runtime.wire.WireValue.JsRegExp;
import dev.durascope.runtime.wire.WireValue.Property;
import dev.durascope.runtime.wire.WireValue.Real;
import dev.durascope.runtime.wire.WireValue.Reference;
import dev.durascope.runtime.wire.WireValue.SparseArray;
import dev.durascope.runtime.wire.WireValue.Text;
import dev.durascope.runtime.wire.WireValue.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The format against what V8 wrote. */
class WireVectorsTest {

  /** Node's V8 puts the cause of an error before its stack, workerd's after it, as we do. */
  private static final Set<String> OTHER_ORDER =
      Set.of("error cause", "error cause undefined", "error cyclic");

  @TestFactory
  Stream<DynamicTest> whatV8WroteIsReadAndWrittenAlike() {
    return Vectors.all().entrySet().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getKey(),
                    () -> {
                      WireValue value = WireValue.read(vector.getValue());
                      if (OTHER_ORDER.contains(vector.getKey())) {
                        assertThat(WireValue.read(value.toBytes())).isEqualTo(value);
                      } else {
                        assertThat(value.toBytes()).isEqualTo(vector.getValue());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> jsonLosesNothing() {
    return Vectors.all().entrySet().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getKey(),
                    () -> {
                      WireValue value = WireValue.read(vector.getValue());
                      assertThat(WireJson.read(WireJson.write(value))).isEqualTo(value);
                    }));
  }

  @Test
  void treesSayWhatTheValuesAre() {
    Map<String, WireValue> expected =
        Map.of(
            "object",
                object(
                    "name", text("ada"), "message", text("hi"), "timestamp", real(1767225600000.0)),
            "object index keys",
                new JsObject(
                    List.of(
                        new Property(new Int(1), text("one")),
                        new Property(new Int(2), text("two")),
                        new Property(text("b"), new Int(1)),
                        new Property(text("4294967295"), text("big")),
                        new Property(text("-1"), text("minus")),
                        new Property(text("01"), text("text")))),
            "array holes",
                new SparseArray(
                    3,
                    List.of(
                        new Property(new Int(0), new Int(1)),
                        new Property(new Int(2), new Int(3)))),
            "date", new JsDate(1767225600000.0),
            "regexp", new JsRegExp("a+b\\/c", RegExpFlags.of("giu")),
            "string emoji", text("\ud83d\ude00"),
            "cycle", object("name", text("self"), "me", new Reference(0)),
            "error shared",
                new DenseArray(
                    List.of(
                        new JsError(ErrorKind.ERROR, "m", "Error: m\n    at here", null),
                        new Reference(1)),
                    List.of()));
    expected.forEach(
        (name, value) -> assertThat(WireValue.read(Vectors.named(name))).as(name).isEqualTo(value));
  }

  @Test
  void viewsShareTheirBuffer() {
    JsObject object = (JsObject) WireValue.read(Vectors.named("views of one buffer"));
    List<WireValue> buffers =
        object.properties().stream()
            .map(Property::value)
            .filter(View.class::isInstance)
            .map(view -> ((View) view).buffer())
            .toList();
    assertThat(buffers).hasSize(3);
    assertThat(buffers.getFirst()).isInstanceOf(WireValue.Buffer.class);
    assertThat(buffers.subList(1, 3)).containsOnly(new Reference(1));
    assertThat(object.properties().getLast().value()).isEqualTo(new Reference(1));
  }

  private static JsObject object(Object... namesAndValues) {
    var properties = new java.util.ArrayList<Property>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.add(
          new Property(text((String) namesAndValues[i]), (WireValue) namesAndValues[i + 1]));
    }
    return new JsObject(properties);
  }

  private static Text text(String text) {
    return new Text(text);
  }

  private static Real real(double value) {
    return new Real(value);
  }
}
