import type { ObjectAction } from '../control/protocol.ts';
import type { OpenObject, Panel } from '../model/panel.ts';
import { countText, STATE_TEXTS, titleOf } from '../model/texts.ts';
import { KeyTable } from './KeyTable.tsx';
import { ValuePane } from './ValuePane.tsx';

export interface OpenObjectProps {
  readonly open: OpenObject;
  readonly panel: Panel;
}

/** One object: its life, its sockets, its keys, and the value of one. */
export function ObjectPane({ open, panel }: OpenObjectProps) {
  const { detail } = open;
  return (
    <section class="object" aria-label="Object">
      <div class="heading">
        <h2>{titleOf({ name: detail?.name ?? null, id: open.ref.id })}</h2>
        {detail !== null && (
          <span class="life">
            <span class={`dot ${detail.state}`} aria-hidden="true" />
            {STATE_TEXTS[detail.state]}
          </span>
        )}
        <Actions open={open} panel={panel} />
      </div>
      <p class="id">{open.ref.id}</p>
      {detail?.alarm != null && (
        <p>
          Alarm at{' '}
          <time dateTime={new Date(detail.alarm).toISOString()}>{new Date(detail.alarm).toLocaleString()}</time>
        </p>
      )}
      <Sockets open={open} />
      <div class="storage">
        <KeyTable open={open} panel={panel} />
        {open.key !== null && <ValuePane key={open.key} open={open} panel={panel} />}
      </div>
    </section>
  );
}

function Actions({ open, panel }: OpenObjectProps) {
  const state = open.detail?.state;
  const lives = state === 'running' || state === 'idle';
  const action = (name: ObjectAction, label: string, title: string, possible: boolean) => (
    <button disabled={!possible} title={title} onClick={() => void panel.act(name)}>
      {label}
    </button>
  );
  return (
    <span class="actions">
      {action('alarm', 'Fire alarm', 'Run the alarm now', open.detail?.alarm != null && state !== 'paused')}
      {action('hibernate', 'Hibernate', 'Take it out of memory and keep its sockets open', lives)}
      {action(
        'evict',
        'Evict',
        'Take it out of memory; its next event constructs it anew',
        lives || state === 'hibernated',
      )}
      {action(
        'abort',
        'Abort',
        'Reset it as its own ctx.abort() does; its sockets break',
        lives || state === 'hibernated',
      )}
    </span>
  );
}

function Sockets({ open }: Pick<OpenObjectProps, 'open'>) {
  const sockets = open.detail?.sockets ?? [];
  if (sockets.length === 0) {
    return null;
  }
  return (
    <details class="sockets">
      <summary>{countText(sockets.length, 'open socket')}</summary>
      <ul>
        {sockets.map((socket, index) => (
          <li key={index}>
            {socket.accepted}
            {socket.tags.map((tag) => (
              <span class="tag" key={tag}>
                {tag}
              </span>
            ))}
            {socket.attachment !== null && <code>{socket.attachment}</code>}
          </li>
        ))}
      </ul>
    </details>
  );
}
