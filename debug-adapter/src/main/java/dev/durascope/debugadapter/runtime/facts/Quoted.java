package dev.durascope.debugadapter.runtime.facts;

import com.google.gson.JsonPrimitive;

/** Texts as JavaScript writes them, of which JSON is a part. */
final class Quoted {
  private Quoted() {}

  static String of(String text) {
    return new JsonPrimitive(text).toString();
  }
}
