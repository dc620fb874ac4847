package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.EventWatch;
import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.ObjectIdentity;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ProgramEvent;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.Moment;
import dev.durascope.runtime.worker.MomentHook;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/**
 * Passes the runtime's moments on as the debugger's events.
 *
 * @param worker the name of the Worker script whose moments these are
 * @param isolates those that the debugger knows
 * @param watch who wants to know
 */
record EventReports(String worker, Map<Isolate, IsolateView> isolates, EventWatch watch)
    implements MomentHook {

  @Override
  public void entering(Isolate isolate, Moment moment) {
    var view = isolates.get(isolate);
    if (view != null) {
      watch.entering(view.id(), event(moment));
    }
  }

  @Override
  public void left(Isolate isolate) {
    var view = isolates.get(isolate);
    if (view != null) {
      watch.left(view.id());
    }
  }

  @Override
  public boolean minds(DurableObject leaving) {
    return watch.minds(leavingOf(leaving));
  }

  @Override
  public void leaving(Isolate isolate, DurableObject object, Value instance) {
    var view = isolates.get(isolate);
    if (view != null) {
      watch.leaving(view.id(), leavingOf(object), isolate.context(), instance);
    }
  }

  private ProgramEvent leavingOf(DurableObject object) {
    return event(new Moment(Moment.Kind.LEAVE, "", Optional.of(object)));
  }

  private ProgramEvent event(Moment moment) {
    return new ProgramEvent(
        kind(moment), moment.handler(), worker, moment.object().map(EventReports::identity));
  }

  private static ProgramEvent.Kind kind(Moment moment) {
    return switch (moment.kind()) {
      case FETCH -> ProgramEvent.Kind.FETCH;
      case CALL -> ProgramEvent.Kind.RPC;
      case ALARM -> ProgramEvent.Kind.ALARM;
      case SOCKET_MESSAGE -> ProgramEvent.Kind.WEB_SOCKET_MESSAGE;
      case SOCKET_CLOSE -> ProgramEvent.Kind.WEB_SOCKET_CLOSE;
      case SOCKET_ERROR -> ProgramEvent.Kind.WEB_SOCKET_ERROR;
      case SCHEDULED -> ProgramEvent.Kind.SCHEDULED;
      case QUEUE -> ProgramEvent.Kind.QUEUE;
      case CONSTRUCTOR -> ProgramEvent.Kind.CONSTRUCTOR;
      case LEAVE -> ProgramEvent.Kind.HIBERNATE;
    };
  }

  /** An object as the user tells it from others. */
  static ObjectIdentity identity(DurableObject object) {
    var type = object.type();
    var facet = object.facet();
    var name =
        facet.isPresent()
            ? Optional.of(facet.get().name())
            : Optional.ofNullable(object.id().name());
    return new ObjectIdentity(
        new ObjectKey(type.worker(), type.name(), object.id().hex()), name, object.title());
  }
}
