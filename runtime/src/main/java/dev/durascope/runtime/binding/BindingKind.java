package dev.durascope.runtime.binding;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.worker.Binding;

/** One kind of binding: makes bindings of what the configuration says under one of its keys. */
public interface BindingKind {
  /** The configuration's key, as {@link OtherBinding#kind} has it. */
  String key();

  /** The binding; of a declaration that lacks something, one that says so when it is used. */
  Binding bind(OtherBinding declared, BindingSite site);
}
