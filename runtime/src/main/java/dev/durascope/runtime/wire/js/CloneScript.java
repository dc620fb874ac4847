package dev.durascope.runtime.wire.js;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The functions of {@code clone.js} in one context. */
final class CloneScript {

  /** One source for all contexts, so that an engine parses it once. */
  private static final Source SOURCE = source();

  final Value shape;
  final Value messageShape;
  final Value names;
  final Value dateTime;
  final Value boxed;
  final Value regExp;
  final Value mapItems;
  final Value setItems;
  final Value bufferMax;
  final Value view;
  final Value error;
  final Value hostError;
  final Value isUndefined;
  final Value isSame;
  final Value refuse;
  final Value fail;
  final Value register;
  final Value makeObject;
  final Value makeDense;
  final Value makeSparse;
  final Value makeMap;
  final Value makeSet;
  final Value makeError;
  final Value makeHostError;
  final Value makeEmptyObject;
  final Value makeEmptyArray;
  final Value makeEmptyMap;
  final Value makeEmptySet;
  final Value makeEmptyError;
  final Value makeBigInt;
  final Value makeDate;
  final Value makeRegExp;
  final Value makeBoxed;
  final Value makeBuffer;
  final Value makeView;
  final Value undefined;
  final Value nil;

  /** The meta-object of bigints: by all else a Value looks like a number. */
  final Value bigIntType;

  private CloneScript(Value functions) {
    shape = functions.getMember("shape");
    messageShape = functions.getMember("messageShape");
    names = functions.getMember("names");
    dateTime = functions.getMember("dateTime");
    boxed = functions.getMember("boxed");
    regExp = functions.getMember("regExp");
    mapItems = functions.getMember("mapItems");
    setItems = functions.getMember("setItems");
    bufferMax = functions.getMember("bufferMax");
    view = functions.getMember("view");
    error = functions.getMember("error");
    hostError = functions.getMember("hostError");
    isUndefined = functions.getMember("isUndefined");
    isSame = functions.getMember("isSame");
    refuse = functions.getMember("refuse");
    fail = functions.getMember("fail");
    register = functions.getMember("register");
    Value make = functions.getMember("make");
    makeObject = make.getMember("object");
    makeDense = make.getMember("dense");
    makeSparse = make.getMember("sparse");
    makeMap = make.getMember("map");
    makeSet = make.getMember("set");
    makeError = make.getMember("error");
    makeHostError = make.getMember("hostError");
    makeEmptyObject = make.getMember("emptyObject");
    makeEmptyArray = make.getMember("emptyArray");
    makeEmptyMap = make.getMember("emptyMap");
    makeEmptySet = make.getMember("emptySet");
    makeEmptyError = make.getMember("emptyError");
    makeBigInt = make.getMember("bigInt");
    makeDate = make.getMember("date");
    makeRegExp = make.getMember("regExp");
    makeBoxed = make.getMember("boxed");
    makeBuffer = make.getMember("buffer");
    makeView = make.getMember("view");
    undefined = functions.getMember("undefined");
    nil = functions.getMember("nil");
    bigIntType = functions.getMember("bigIntSample").getMetaObject();
  }

  static CloneScript in(Context context) {
    return new CloneScript(context.eval(SOURCE));
  }

  private static Source source() {
    try (var stream =
            Objects.requireNonNull(
                CloneScript.class.getResourceAsStream("clone.js"), "clone.js is missing");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return Source.newBuilder("js", reader, "durascope:clone.js").internal(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
