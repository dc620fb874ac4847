package dev.durascope.runtime.binding.assets;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types of files by the ends of their names, those that websites have. */
final class ContentTypes {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html"),
          Map.entry("htm", "text/html"),
          Map.entry("css", "text/css"),
          Map.entry("js", "text/javascript"),
          Map.entry("mjs", "text/javascript"),
          Map.entry("txt", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("xml", "application/xml"),
          Map.entry("ics", "text/calendar"),
          Map.entry("vtt", "text/vtt"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("jsonld", "application/ld+json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("rss", "application/rss+xml"),
          Map.entry("atom", "application/atom+xml"),
          Map.entry("xhtml", "application/xhtml+xml"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("ico", "image/vnd.microsoft.icon"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("otf", "font/otf"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("mov", "video/quicktime"));

  private ContentTypes() {}

  /** The type of a file, with the charset of text. */
  static Optional<String> of(String name) {
    var dot = name.lastIndexOf('.');
    var type = TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    if (dot < 0 || type == null) {
      return Optional.empty();
    }
    return Optional.of(type.startsWith("text/") ? type + "; charset=utf-8" : type);
  }
}
