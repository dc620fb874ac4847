package dev.durascope.debugadapter.core;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which hits of a breakpoint are stops, and which are only counted or printed. It counts, so each
 * breakpoint has its own.
 */
final class HitRule {

  private final Optional<String> condition;
  private final Optional<String> hitConditionText;
  private final Optional<HitCondition> hitCondition;
  private final Optional<LogMessage> logMessage;
  private final AtomicLong hits = new AtomicLong();
  private final AtomicBoolean complained = new AtomicBoolean();

  HitRule(Optional<String> condition, Optional<String> hitCondition, Optional<String> logMessage) {
    this.condition = condition.filter(code -> !code.isBlank());
    this.hitConditionText = hitCondition.filter(text -> !text.isBlank());
    this.hitCondition = hitConditionText.flatMap(HitCondition::parse);
    this.logMessage = logMessage.map(LogMessage::parse);
  }

  /** What is wrong with it; such a breakpoint is not to be set. */
  Optional<String> problem() {
    return hitConditionText
        .filter(text -> hitCondition.isEmpty())
        .map(
            text ->
                "The hit count \""
                    + text
                    + "\" has no known form: write a number, or one after =, >, >=, <, <= or %.");
  }

  /** An expression that has to be true. */
  Optional<String> condition() {
    return condition;
  }

  Optional<LogMessage> logMessage() {
    return logMessage;
  }

  /** Counts a hit whose condition is true, and says whether it is one of those that are meant. */
  boolean countHit() {
    long number = hits.incrementAndGet();
    return hitCondition.isEmpty() || hitCondition.get().matches(number);
  }

  /** True for the first time that its condition fails: one complaint is enough. */
  boolean complainOnce() {
    return complained.compareAndSet(false, true);
  }
}
