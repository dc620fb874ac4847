/** Starts the panel: the token is in the page's own address. */
import { render } from 'preact';
import { ControlClient } from './control/client.ts';
import { listen } from './control/events.ts';
import { Panel, type PanelState } from './model/panel.ts';
import { App } from './view/App.tsx';

const root = document.getElementById('panel');
if (root === null) {
  throw new Error('The page has no place for the panel');
}

const token = new URL(location.href).searchParams.get('token') ?? '';
const client = new ControlClient(new URL('.', location.href), token);
const draw = (state: PanelState): void => render(<App state={state} panel={panel} />, root);
const panel = new Panel(client, draw);
draw(panel.state);

listen(client.eventsUrl(), {
  onOpen: () => void panel.connected(),
  onEvent: (event) => void panel.changed(event),
  onLost: () => panel.lost(),
});
