import type { Panel, PanelState } from '../model/panel.ts';
import { Header } from './Header.tsx';
import { ObjectList } from './ObjectList.tsx';
import { ObjectPane } from './ObjectPane.tsx';

export interface PanelProps {
  readonly state: PanelState;
  readonly panel: Panel;
}

export function App({ state, panel }: PanelProps) {
  return (
    <div class="app">
      <Header state={state} panel={panel} />
      <p class="problem" role="alert" hidden={state.problem === null}>
        {state.problem}
      </p>
      <main>
        <ObjectList state={state} panel={panel} />
        {state.object === null ? (
          <p class="hint">Choose an object to see what it has stored.</p>
        ) : (
          <ObjectPane key={state.object.ref.id} open={state.object} panel={panel} />
        )}
      </main>
    </div>
  );
}
