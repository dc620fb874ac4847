package dev.durascope.runtime.message;

/** One header field as sent; names compare without regard to case, and one name may come again. */
public record Header(String name, String value) {}
