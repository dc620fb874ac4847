import type { ObjectInfo } from '../control/protocol.ts';
import { countText, STATE_TEXTS, titleOf } from '../model/texts.ts';
import type { PanelProps } from './App.tsx';
import { moveFocus } from './arrowKeys.ts';

/** The objects of the chosen class, live and stored. */
export function ObjectList({ state, panel }: PanelProps) {
  const { classRef, objects } = state;
  if (classRef === null) {
    return <p class="hint">{state.project === null ? '' : 'This project has no Durable Object classes.'}</p>;
  }
  return (
    <section class="objects" aria-label={`Objects of ${classRef.className}`}>
      <ul onKeyDown={moveFocus}>
        {objects?.items.map((object) => (
          <li key={object.id}>
            <button
              class="row"
              aria-current={object.id === state.object?.ref.id ? 'true' : undefined}
              title={`${object.id}\n${STATE_TEXTS[object.state]}`}
              onClick={() => void panel.openObject({ ...classRef, id: object.id })}
            >
              <span class={`dot ${object.state}`} aria-hidden="true" />
              <span class={object.name === null ? 'title id' : 'title'}>{titleOf(object)}</span>
              <Badges object={object} />
            </button>
          </li>
        ))}
      </ul>
      {objects?.items.length === 0 && <p class="hint">No object yet. It appears with its first event.</p>}
      {objects !== null && objects.cursor !== null && (
        <button class="more" onClick={() => void panel.moreObjects()}>
          More objects
        </button>
      )}
    </section>
  );
}

function Badges({ object }: { readonly object: ObjectInfo }) {
  return (
    <span class="badges">
      {object.alarm !== null && <span title="An alarm is set">alarm</span>}
      {object.sockets > 0 && <span title={countText(object.sockets, 'socket')}>⇄ {object.sockets}</span>}
      <span class="state">{object.state}</span>
    </span>
  );
}
