package dev.durascope.runtime.control;

/**
 * When a worker's {@code scheduled} is to run, by the configuration; here it runs on request only.
 *
 * @param cron as written: {@code 0 * * * *}
 */
public record Schedule(String worker, String cron) {}
