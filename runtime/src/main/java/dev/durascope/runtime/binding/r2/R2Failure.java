package dev.durascope.runtime.binding.r2;

import dev.durascope.runtime.script.ScriptError;

/**
 * The errors of R2, with their codes.
 *
 * @see <a href="https://developers.cloudflare.com/r2/api/error-codes/">the codes</a>
 */
enum R2Failure {
  INTERNAL(10001, "We encountered an internal error. Please try again."),
  TOO_LARGE(100100, "Your proposed upload exceeds the maximum allowed object size."),
  TOO_SMALL(10011, "Your proposed upload is smaller than the minimum allowed object size."),
  METADATA_TOO_LARGE(10012, "Your metadata headers exceed the maximum allowed metadata size."),
  INVALID_NAME(10020, "The specified object name is not valid."),
  INVALID_MAX_KEYS(10022, "MaxKeys params must be positive integer <= 1000."),
  NO_SUCH_UPLOAD(10024, "The specified multipart upload does not exist."),
  INVALID_PART(10025, "One or more of the specified parts could not be found."),
  INVALID_RANGE(10039, "The requested range is not satisfiable"),
  BAD_UPLOAD(10048, "There was a problem with the multipart upload.");

  private static final int BAD_DIGEST = 10037;

  private final int code;
  private final String message;

  R2Failure(int code, String message) {
    this.code = code;
    this.message = message;
  }

  /** The error that user code gets. */
  ScriptError in(String action) {
    return error(action, message, code);
  }

  /** A checksum that is not that of the value. */
  static ScriptError badDigest(String action, String algorithm, String given, String actual) {
    return error(
        action,
        "The "
            + algorithm
            + " checksum you specified did not match what we received.\nYou provided a "
            + algorithm
            + " checksum with value: "
            + given
            + "\nActual "
            + algorithm
            + " was: "
            + actual,
        BAD_DIGEST);
  }

  private static ScriptError error(String action, String message, int code) {
    return ScriptError.error(action + ": " + message + " (" + code + ")");
  }
}
