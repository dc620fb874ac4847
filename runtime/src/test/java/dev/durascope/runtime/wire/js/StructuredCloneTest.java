package dev.durascope.runtime.wire.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.wire.WirePreview;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredCloneTest {

  private CloneContext js;

  @BeforeEach
  void open() {
    js = new CloneContext(ErrorForm.PLAIN);
    ProxyExecutable clone =
        arguments -> js.structuredClone().deserialize(js.structuredClone().serialize(arguments[0]));
    js.context().getBindings("js").putMember("clone", clone);
  }

  @AfterEach
  void close() {
    js.close();
  }

  private String preview(String expression) {
    return WirePreview.of(js.structuredClone().toTree(js.eval(expression)), 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clone(5n) === 5n",
        "clone(5) === 5",
        "Object.is(clone(-0), -0)",
        "clone(undefined) === undefined",
        "clone(null) === null",
        "clone('\\ud800') === '\\ud800'",
        "clone(2**53) === 2**53",
        "clone(-(2n**70n)) === -(2n**70n)",
        "(() => { const a = {}; a.a = a; const c = clone(a); return c !== a && c.a === c })()",
        "(() => { const c = clone(new Map([[1, {}]])); c.get(1).m = c; const d = clone(c);"
            + " return d instanceof Map && d.get(1).m === d })()",
        "(() => { const s = new Set(); s.add(s); const c = clone(s); return c.has(c) })()",
        "(() => { const b = new ArrayBuffer(8); const c = clone([new Uint8Array(b, 2, 3), b]);"
            + " return c[0].buffer === c[1] && c[0].byteOffset === 2 && c[0].length === 3 })()",
        "(() => { const c = clone(new ArrayBuffer(4, {maxByteLength: 8})); c.resize(8);"
            + " return c.byteLength === 8 })()",
        "(() => { const c = clone(new Uint8Array(new ArrayBuffer(4, {maxByteLength: 8})));"
            + " c.buffer.resize(8); return c.length === 8 })()",
        "1 in clone([1, , 3]) === false && clone([1, , 3]).length === 3",
        "Object.keys(clone({b: 1, 2: 2, 1: 1})).join() === '1,2,b'",
        "Object.getPrototypeOf(clone(JSON.parse('{\"__proto__\": 1}'))) === Object.prototype",
        "Object.hasOwn(clone(JSON.parse('{\"__proto__\": 1}')), '__proto__')",
        "clone(new Date(5)).getTime() === 5",
        "isNaN(clone(new Date(NaN)))",
        "String(clone(/a\\/b/gi)) === '/a\\\\/b/gi' && clone(/x/g).lastIndex === 0",
        "(() => { const n = new Number(1); const c = clone([n, n, new Number(1)]);"
            + " return c[0] === c[1] && c[0] !== c[2] })()",
        "typeof clone(Object(1n)) === 'object' && clone(Object(1n)) == 1n",
        "clone(new RangeError('m')) instanceof RangeError",
        "clone(new (class Mine extends TypeError {})('m')) instanceof TypeError",
        "clone(Object.assign(new Error('m'), {name: 'Mine'})).name === 'Error'",
        "clone(new Error('m', {cause: [1]})).cause[0] === 1",
        "!('cause' in clone(new Error('m')))",
        "!Object.hasOwn(clone(new Error()), 'message')",
        "Object.keys(clone(new Error('m', {cause: 1}))).length === 0",
        "(() => { const e = new Error('m'); e.cause = {e}; const c = clone(e);"
            + " return c.cause.e === c })()",
        "clone(new DataView(new ArrayBuffer(4), 1)).byteLength === 3",
        "clone(new Float16Array([1.5]))[0] === 1.5",
      })
  void holdsFor(String expression) {
    assertThat(js.eval(expression).asBoolean()).as(expression).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (() => {}) | () => {} could not be cloned.
          [function foo(a) { return a }] | function foo(a) { return a } could not be cloned.
          Symbol('s') | Symbol(s) could not be cloned.
          Promise.resolve() | #<Promise> could not be cloned.
          new (class Later extends Promise {})(() => {}) | #<Later> could not be cloned.
          new WeakMap() | #<WeakMap> could not be cloned.
          new WeakRef({}) | #<WeakRef> could not be cloned.
          [][Symbol.iterator]() | [object Array Iterator] could not be cloned.
          (function* () {})() | [object Generator] could not be cloned.
          new SharedArrayBuffer(1) | #<SharedArrayBuffer> could not be cloned.
          new Uint8Array(new SharedArrayBuffer(1)) | #<Uint8Array> could not be cloned.
          (() => { const b = new ArrayBuffer(1); b.transfer(); return b })() | An ArrayBuffer is detached and could not be cloned.
          """)
  void refusesWhatCannotBeCloned(String expression, String message) {
    Value value = js.eval("(" + expression + ")");
    assertThatThrownBy(() -> js.structuredClone().serialize(value))
        .isInstanceOfSatisfying(
            PolyglotException.class,
            e -> {
              assertThat(e.isGuestException()).isTrue();
              assertThat(e.getGuestObject().getMember("name").asString())
                  .isEqualTo("DataCloneError");
              assertThat(e.getGuestObject().getMember("message").asString()).isEqualTo(message);
            });
  }

  @Test
  void theErrorArrivesInJavaScriptAsItself() {
    assertThat(
            js.eval("try { clone(() => {}) } catch (e) { e instanceof Error && e.name }")
                .asString())
        .isEqualTo("DataCloneError");
    js.eval(
        "globalThis.DOMException = class DOMException {"
            + " constructor(m, n) { this.message = m; this.name = n } }");
    assertThat(
            js.eval("try { clone(() => {}) } catch (e) { e instanceof DOMException && e.name }")
                .asString())
        .isEqualTo("DataCloneError");
  }

  @Test
  void whatAGetterThrowsArrivesAsItself() {
    assertThat(
            js.eval(
                    "const mine = {}; try { clone({get x() { throw mine }}) }"
                        + " catch (e) { e === mine }")
                .asBoolean())
        .isTrue();
  }

  @Test
  void registeredClassesAreRefused() {
    js.structuredClone()
        .refusal()
        .executeVoid(js.eval("globalThis.Headers = class Headers {}; Headers.prototype"));
    assertThatThrownBy(() -> js.structuredClone().serialize(js.eval("({h: new Headers()})")))
        .hasMessageContaining(
            "Could not serialize object of type \"Headers\"."
                + " This type does not support serialization.");
  }

  @Test
  void gettersRunOnceEachAndInOrder() {
    js.eval(
        "var log = []; var o = { a: { get x() { log.push('x'); return 1 } },"
            + " get b() { log.push('b'); delete o.d; return 2 },"
            + " get c() { log.push('c'); return 3 }, d: 4 }");
    assertThat(preview("o")).isEqualTo("{a: {x: 1}, b: 2, c: 3}");
    assertThat(js.eval("log.join()").asString()).isEqualTo("x,b,c");
  }

  @Test
  void brandsAreTrueWhateverTheTagSays() {
    js.eval(
        "const tagged = (object, value) =>"
            + " Object.defineProperty(object, Symbol.toStringTag, {value})");
    assertThat(preview("({[Symbol.toStringTag]: 'Map', a: 1})")).isEqualTo("{a: 1}");
    assertThat(preview("({[Symbol.toStringTag]: 'Date'})")).isEqualTo("{}");
    assertThat(preview("tagged(new Map([[1, 2]]), 'Set')")).isEqualTo("Map(1) {1 => 2}");
    assertThat(preview("tagged(new Date(0), 'Map')")).isEqualTo("Date(1970-01-01T00:00:00.000Z)");
    assertThat(preview("tagged(/x/g, 'Map')")).isEqualTo("/x/g");
    assertThat(preview("tagged(new TypeError('m'), 'Odd')")).isEqualTo("TypeError: m");
    assertThat(preview("Object.setPrototypeOf(new Date(0), Object.prototype)")).startsWith("Date(");
    assertThat(preview("Object.setPrototypeOf([1], Object.prototype)")).isEqualTo("[1]");
    assertThat(preview("Object.setPrototypeOf({a: 1}, Map.prototype)")).isEqualTo("{a: 1}");
    assertThat(preview("Object.create(Date.prototype)")).isEqualTo("{}");
    assertThat(preview("new (class extends Map {})([[1, 2]])")).isEqualTo("Map(1) {1 => 2}");
    assertThat(preview("Map.prototype")).isEqualTo("{}");
  }

  @Test
  void userCodeCannotGetInTheWay() {
    js.eval(
        "Map.prototype.forEach = Set.prototype.forEach = Object.keys = Array.isArray ="
            + " Date.prototype.getTime = () => { throw new Error('patched') };"
            + "Object.defineProperty(Map.prototype, 'size', {get() { throw 1 }});"
            + "globalThis.Map = globalThis.Set = globalThis.Date = globalThis.Error = null;");
    assertThat(
            preview(
                "clone([new (Object.getPrototypeOf(clone(m)).constructor)(), m])"
                    .replace("m", "{a: 1}")))
        .isEqualTo("[{}, {a: 1}]");
  }

  @Test
  void whatIsTooDeepIsRefused() {
    js.eval("var deep = 1; for (let i = 0; i < 500; i++) deep = [deep];");
    assertThat(js.eval("clone(deep)").hasArrayElements()).isTrue();
    assertThatThrownBy(() -> js.structuredClone().serialize(js.eval("[deep]")))
        .hasMessageContaining("nested more than 500 deep");
  }

  @Test
  void aLargeArrayIsCloned() {
    assertThat(
            js.eval("clone(Array.from({length: 100_000}, (_, i) => i)).reduce((a, b) => a + b)")
                .asLong())
        .isEqualTo(4_999_950_000L);
  }

  @Test
  void treesTravelBetweenContexts() {
    try (var other = new CloneContext(ErrorForm.PLAIN)) {
      var tree = js.structuredClone().toTree(js.eval("({at: new Date(0), list: [1n, 'x']})"));
      Value there = other.structuredClone().fromTree(tree);
      assertThat(
              other
                  .eval("o => o.at instanceof Date && o.list[0] === 1n")
                  .execute(there)
                  .asBoolean())
          .isTrue();
    }
  }
}
