package dev.durascope.runtime.wire;

import com.google.gson.JsonElement;

/**
 * A value as JSON and back, losing nothing: for the control API and the panel.
 *
 * <p>What JSON has, looks as in JSON: {@code {"name": "ada", "tags": [1, true, null]}}. All else is
 * an object with a single tag that begins with {@code $}, and perhaps more members:
 *
 * <pre>
 * {"$undefined": true}             {"$hole": true}
 * {"$int": n}  {"$real": n}        a number not in the form that V8 would choose;
 *                                  {"$real": "-0" | "NaN" | "Infinity" | "-Infinity"}
 * {"$bigint": "123"}               {"$utf16": [55296]}      a string with lone surrogates
 * {"$date": ms | null}             or, read only, {"$date": "2026-01-01T00:00:00.000Z"}
 * {"$regexp": "a+", "flags": "g"}  {"$boxed": value}
 * {"$object": [[name, value] …]}   names that JSON cannot have, begin with $, or come twice
 * {"$array": [value …], "properties": [[name, value] …]}
 * {"$sparse": length, "properties": [[name, value] …]}
 * {"$map": [[key, value] …]}       {"$set": [value …]}
 * {"$buffer": base64, "max"?: n}
 * {"$view": "Uint8Array", "buffer": value, "offset": n, "length": n,
 *  "tracking"?: true, "resizable"?: true}
 * {"$error": "TypeError", "message"?: text, "stack"?: text, "cause"?: value}
 * {"$hostError": "TypeError" | "", "name"?: value, "message": value, "properties": value}
 * {"$ref": n}                      the object of this number, see {@link WireValue}
 * </pre>
 *
 * <p>In an object, a name that is an array index stands for the number. A value edited by hand may
 * shift the numbers of objects; a reference that is then to none is refused.
 */
public final class WireJson {

  private WireJson() {}

  /** Returns {@code value} as JSON. */
  public static JsonElement write(WireValue value) {
    return JsonWriting.item(value);
  }

  /**
   * Reads a value from JSON.
   *
   * @throws IllegalArgumentException if this JSON stands for no value; the message says where
   */
  public static WireValue read(JsonElement json) {
    WireValue value = new JsonReading().item(json, "$");
    try {
      return WireValue.read(value.toBytes());
    } catch (WireException e) {
      // What JSON cannot show to be wrong: references to nothing, views that do not fit.
      throw new IllegalArgumentException("this JSON stands for no value: " + e.getMessage(), e);
    }
  }
}
