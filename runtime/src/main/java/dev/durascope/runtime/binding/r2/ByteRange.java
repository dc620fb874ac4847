package dev.durascope.runtime.binding.r2;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of an object. */
record ByteRange(long offset, long length) {
  private static final Pattern HEADER =
      Pattern.compile("^ *bytes *=\\s*(\\d+)? *- *(\\d+)? *$", Pattern.CASE_INSENSITIVE);

  /** What is asked for of an object of a size; the whole where nothing is, or nothing sensible. */
  static ByteRange of(JsonObject options, long size) {
    if (options.has("rangeHeader")) {
      return ofHeader(options.get("rangeHeader").getAsString(), size)
          .orElse(new ByteRange(0, size));
    }
    if (!options.has("range")) {
      return new ByteRange(0, size);
    }
    var range = options.getAsJsonObject("range");
    long offset = range.has("offset") ? range.get("offset").getAsLong() : 0;
    long length = range.has("length") ? range.get("length").getAsLong() : size - offset;
    if (range.has("suffix")) {
      length = Math.min(range.get("suffix").getAsLong(), size);
      offset = size - length;
    }
    if (offset < 0 || offset > size || length <= 0) {
      throw R2Failure.INVALID_RANGE.in("get");
    }
    return new ByteRange(offset, Math.min(length, size - offset));
  }

  /** A header with one range; of several, and of one that cannot be met, none is taken. */
  private static Optional<ByteRange> ofHeader(String header, long size) {
    var match = HEADER.matcher(header);
    if (!match.find()) {
      return Optional.empty();
    }
    var first = match.group(1);
    var last = match.group(2);
    if (first == null && last == null) {
      return Optional.empty();
    }
    if (first == null) {
      var suffix = Long.parseLong(last);
      return suffix == 0 || suffix >= size
          ? Optional.empty()
          : Optional.of(new ByteRange(size - suffix, suffix));
    }
    var start = Long.parseLong(first);
    var end = last == null ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    return start >= size || start > end
        ? Optional.empty()
        : Optional.of(new ByteRange(start, end - start + 1));
  }
}
