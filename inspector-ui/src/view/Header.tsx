import { classesOf, sameClass, type PanelState } from '../model/panel.ts';
import type { PanelProps } from './App.tsx';
import { ClockBar } from './ClockBar.tsx';

const CONNECTION_TEXTS: Readonly<Record<PanelState['connection'], string>> = {
  connecting: 'Connecting …',
  live: 'Live',
  lost: 'Not running',
};

/** The project, its classes, and whether what is shown is live. */
export function Header({ state, panel }: PanelProps) {
  const { project } = state;
  const classes = project === null ? [] : classesOf(project);
  const severalWorkers = (project?.workers.length ?? 0) > 1;
  return (
    <header>
      <h1>{project?.name ?? 'Durable Objects'}</h1>
      <nav aria-label="Durable Object classes">
        {classes.map((each) => (
          <button
            key={`${each.worker}/${each.className}`}
            class="tab"
            aria-current={sameClass(each, state.classRef) ? 'true' : undefined}
            onClick={() => void panel.openClass(each)}
          >
            {severalWorkers ? `${each.worker} / ${each.className}` : each.className}
          </button>
        ))}
      </nav>
      <ClockBar state={state} panel={panel} />
      {project !== null && project.ready !== null && (
        <a href={project.ready} target="_blank" rel="noreferrer">
          {project.ready}
        </a>
      )}
      <span class={`connection ${state.connection}`} role="status">
        {CONNECTION_TEXTS[state.connection]}
      </span>
    </header>
  );
}
