package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.CallObserver;
import dev.durascope.debugadapter.core.ControlAddress;
import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.core.DataWatch;
import dev.durascope.debugadapter.core.Debuggee;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.DebuggeeListener;
import dev.durascope.debugadapter.core.EventWatch;
import dev.durascope.debugadapter.core.InspectorAddress;
import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.LaunchOptions;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.Script;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.ControlTarget;
import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.message.CallMark;
import dev.durascope.runtime.project.DeletionConsent;
import dev.durascope.runtime.project.DevServer;
import dev.durascope.runtime.project.ObjectStorage;
import dev.durascope.runtime.project.ProjectException;
import dev.durascope.runtime.project.ProjectListener;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.project.ProjectOptions;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.WorkerVersion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.Engine;

/** A project of this JVM as a debuggee. */
public final class RuntimeDebuggee implements Debuggee {
  private final DevServer server;
  private final List<DebuggeeListener> listeners;
  private final Map<Isolate, IsolateView> isolates;
  private final Map<URI, Script> scripts = new LinkedHashMap<>();
  private final AtomicInteger lastIsolateId = new AtomicInteger();
  private final AtomicBoolean terminated = new AtomicBoolean();
  private final ChromeInspector inspector;
  private volatile Runnable end;

  private RuntimeDebuggee(
      DevServer server, List<DebuggeeListener> listeners, Map<Isolate, IsolateView> isolates) {
    this.server = server;
    this.end = server::close;
    this.inspector = new ChromeInspector(server.project().engine());
    this.isolates = isolates;
    this.listeners = listeners;
    for (var project : server.projects()) {
      var script = script(project.version(), project.bundle());
      scripts.put(script.uri(), script);
      project.listen(new Reports());
    }
  }

  /** Prepares projects to be run in this JVM. */
  public static DebuggeeLauncher launcher() {
    return new ProjectLauncher();
  }

  static Debuggee prepare(LaunchOptions options) throws LaunchException {
    try {
      return prepare(projectOptions(options), options.more().otherConfigs(), OutputLog.NOTHING);
    } catch (ProjectException e) {
      throw new LaunchException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("The launch was interrupted", e);
    }
  }

  private static ProjectOptions projectOptions(LaunchOptions options) throws LaunchException {
    var more = options.more();
    try {
      return ProjectOptions.of(options.project())
          .withConfig(options.config())
          .withEnvironment(options.environment())
          .withHost(more.host().orElse(ProjectOptions.DEFAULT_HOST))
          .withPort(options.port().orElse(ProjectOptions.DEFAULT_PORT))
          .withPersistTo(options.persistTo())
          .withStorage(more.storage().map(place -> ObjectStorage.named(place, options.project())))
          .withHibernation(options.hibernateAlways() ? Hibernation.ALWAYS : Hibernation.WHEN_IDLE)
          .withObjects(more.objects())
          .withVars(options.vars())
          .withEnvFiles(more.envFiles())
          .withCompatibilityDate(more.compatibilityDate())
          .withTestScheduled(more.testScheduled())
          .withMapsInCode(true)
          .withConsent(more.deleteData() ? DeletionConsent.TO_ALL : DeletionConsent.TO_NOTHING);
    } catch (IllegalArgumentException e) {
      throw new LaunchException("\"storage\" of the launch configuration: " + e.getMessage(), e);
    }
  }

  /**
   * Prepares a project that somebody else than a debugger starts, and that a debugger can come to.
   *
   * @param others the configuration files of further workers
   * @param log who is told what the project says, beside the debuggers
   */
  public static RuntimeDebuggee prepare(ProjectOptions options, List<Path> others, ProjectLog log)
      throws ProjectException, InterruptedException {
    var listeners = new CopyOnWriteArrayList<DebuggeeListener>();
    var isolates = new ConcurrentHashMap<Isolate, IsolateView>();
    var server = DevServer.prepare(options, others, new OutputLog(listeners, isolates, log));
    return new RuntimeDebuggee(server, listeners, isolates);
  }

  /** Has somebody else end the project, who has started it, when a debugger asks for that. */
  public void endBy(Runnable owner) {
    end = owner;
  }

  /** The project itself. */
  public DevServer server() {
    return server;
  }

  private static Script script(WorkerVersion version, Bundle bundle) {
    return new Script(version.main(), new BundleMapping(bundle));
  }

  private Optional<Script> script(URI uri) {
    synchronized (scripts) {
      return Optional.ofNullable(scripts.get(uri));
    }
  }

  @Override
  public Engine engine() {
    return server.project().engine().engine();
  }

  @Override
  public void listen(DebuggeeListener listener) {
    listeners.add(listener);
  }

  @Override
  public void forget(DebuggeeListener listener) {
    listeners.remove(listener);
  }

  /** Tells debuggers that the project ends. */
  void ending() {
    listeners.forEach(listener -> listener.ended(0));
  }

  @Override
  public void watchEvents(Optional<EventWatch> watch) {
    for (var project : server.projects()) {
      project
          .hooks()
          .onMoments(
              watch.map(wanted -> new EventReports(project.name(), isolates, wanted)).orElse(null));
    }
  }

  @Override
  public void watchData(Optional<DataWatch> watch) {
    for (var project : server.projects()) {
      project.hooks().onStorage(watch.map(told -> new DataReports(isolates, told)).orElse(null));
    }
  }

  @Override
  public List<IsolateView> isolates() {
    return List.copyOf(isolates.values());
  }

  @Override
  public List<Script> scripts() {
    synchronized (scripts) {
      return new ArrayList<>(scripts.values());
    }
  }

  @Override
  public URI start() throws LaunchException {
    try {
      server.openControl();
      server.start();
      server.watch();
    } catch (ProjectException e) {
      terminate();
      throw new LaunchException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("The launch was interrupted", e);
    }
    return server.address();
  }

  @Override
  public ControlAddress control() throws ControlException {
    var control =
        server
            .openedControl()
            .orElseThrow(() -> new ControlException("The project has not been started yet."));
    return new ControlAddress(control.url(), control.token());
  }

  @Override
  public InspectorAddress openInspector(int port) throws ControlException {
    try {
      return inspector.open(port);
    } catch (IllegalStateException e) {
      throw new ControlException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void fireAlarm(ObjectKey object) throws ControlException {
    act(() -> server.target().fireAlarm(address(object)));
  }

  @Override
  public void hibernate(ObjectKey object) throws ControlException {
    act(() -> server.target().hibernate(address(object)));
  }

  @Override
  public void evict(ObjectKey object) throws ControlException {
    act(() -> server.target().evict(address(object)));
  }

  private static ControlTarget.ObjectAddress address(ObjectKey object) {
    return new ControlTarget.ObjectAddress(object.worker(), object.className(), object.id());
  }

  private interface Action {
    void run() throws ControlRefusal;
  }

  private static void act(Action action) throws ControlException {
    try {
      action.run();
    } catch (ControlRefusal e) {
      throw new ControlException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void terminate() {
    if (terminated.compareAndSet(false, true)) {
      end.run();
    }
  }

  /** Passes the project's reports on. */
  private final class Reports implements ProjectListener {
    @Override
    public void versionReleased(WorkerVersion version, Bundle bundle) {
      Script script;
      synchronized (scripts) {
        if (scripts.containsKey(version.main())) {
          return;
        }
        script = script(version, bundle);
        scripts.put(script.uri(), script);
      }
      listeners.forEach(listener -> listener.scriptLoaded(script));
    }

    @Override
    public void versionRetired(WorkerVersion version) {
      Script script;
      synchronized (scripts) {
        script = scripts.remove(version.main());
      }
      if (script != null) {
        listeners.forEach(listener -> listener.scriptUnloaded(script));
      }
    }

    @Override
    public void started(Isolate isolate, WorkerVersion version, Tenancy tenancy) {
      isolate.beginnings().trace(new CallPlaces(RuntimeDebuggee.this::script));
      var view = RuntimeIsolate.of(lastIsolateId.incrementAndGet(), isolate, tenancy);
      isolates.put(isolate, view);
      listeners.forEach(listener -> listener.isolateStarted(view));
    }

    @Override
    public Optional<CallMark> calling() {
      return listeners.stream()
          .flatMap(listener -> listener.calling().stream())
          .findFirst()
          .map(Mark::new);
    }

    @Override
    public void ended(Isolate isolate) {
      var view = isolates.remove(isolate);
      if (view != null) {
        listeners.forEach(listener -> listener.isolateEnded(view));
      }
    }
  }

  /** A call on its way, as the debugger follows it. */
  private record Mark(CallObserver observer) implements CallMark {
    @Override
    public void handle(Runnable handler) {
      observer.handle(handler);
    }

    @Override
    public void answered() {
      observer.answered();
    }
  }
}
